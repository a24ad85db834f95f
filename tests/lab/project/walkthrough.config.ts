import { labConfig } from '../support/kettle-lab.ts'

/** A project with nothing but a lab. */
export default {
  title: 'Kettle',
  languages: [
    { locale: 'root', tag: 'en', label: 'English' },
    { locale: 'zh-cn', tag: 'zh-CN', label: '简体中文' },
  ],
  walkthroughs: [
    {
      id: 'kettle',
      title: { en: 'Kettle' },
      version: 'v1',
      source: { folder: 'tree' },
      license: { name: 'MIT', url: 'https://code.example/licence', holder: 'nobody' },
      packages: ['...'],
      path: [{ symbol: 'main.main', chapter: 'walk', summary: { en: 'Starts.' } }],
      chapters: ['walk'],
    },
  ],
  lab: labConfig,
}
