import { labSchema, type LabConfig } from '../../../src/config/lab-schema.ts'

/** A small lab: a kettle that is a Node server, so that no test needs a network, root or a real component. */
export const labConfig: LabConfig = labSchema.parse({
  walkthrough: 'kettle',
  title: { en: 'The lab', 'zh-CN': '实验' },
  chapters: ['kitchen', 'tea'],
  program: { commands: ['kettle', '{{KETTLE}}'], step: 'kettle', package: 'cmd/kettle', source: '{{LAB_DIR}}/source', breakpoint: 'main.main:1' },
  tools: [
    { name: 'kettle', version: 'kettle --version' },
    { name: 'nothing-at-all', executable: 'nothing-at-all' },
  ],
  parameters: [
    { name: 'LAB_DIR', type: 'path', default: '$HOME/kettle-lab', help: { en: 'The folder.' } },
    { name: 'KETTLE', type: 'path', default: '{{LAB_DIR}}/bin/kettle', help: { en: 'The kettle.' } },
    { name: 'KETTLE_URL', type: 'url', default: 'http://127.0.0.1:7001', help: { en: 'Where it answers.' } },
    { name: 'GUEST', type: 'name', default: 'guest', help: { en: 'Who is asked.' } },
  ],
})
