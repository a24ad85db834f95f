import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Root } from 'mdast'
import { loadConfig } from '../../src/config/index.ts'
import { componentsOf, loadLab, verifiedSchema } from '../../src/lab/index.ts'
import { pageContexts, remarkWaymark } from '../../src/markdown/index.ts'
import { projectFolder } from './support/kettle-bench.ts'

const config = await loadConfig('walkthrough.config.ts', projectFolder)
const loaded = await loadLab(config, projectFolder)
if (loaded === undefined) throw new Error('no lab')
const { lab } = loaded

/** A page's HTML, with the record of a run in which every step but the first passed. */
async function page(file: string): Promise<string> {
  const verified = verifiedSchema.parse({
    date: '2001-02-03',
    platform: 'linux x64',
    versions: { kettle: '1.2.3' },
    origins: { kettle: { vendor: 'Acme', package: 'kettle 1.2.3-4', replaced: ['spout 5'] } },
    steps: lab.steps.map((step, index) => ({ id: step.id, outcome: index === 0 ? 'skipped' : 'passed', outputs: 0, components: componentsOf(step, lab) })),
  })
  const context = pageContexts({ config, books: new Map(), writing: false, verified, report: () => undefined })(file)
  const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective).use(remarkWaymark, { contextFor: () => context })
  const source = new VFile({ path: file, value: await readFile(join(projectFolder, file), 'utf8') })
  return toHtml(toHast((await processor.run(processor.parse(source), source)) as Root))
}

const told = (html: string): string[] => [...html.matchAll(/<span class="wm-step-verified">([^<]*)<\/span>/g)].map(([, text]) => text ?? '')

describe('what was verified', () => {
  it('names the program in the step that starts it and in those that come after, and nowhere else', () => {
    expect(lab.steps.map((step) => [step.id, componentsOf(step, lab)])).toEqual([
      ['shelf', []],
      ['kettle', ['kettle']],
      ['tea', ['kettle']],
      ['wash', []],
    ])
  })

  it('stands at the foot of steps that passed, and says what the program was made from', async () => {
    expect(told(await page('content/docs/lab/kitchen.md'))).toEqual([
      'Last verified 2001-02-03 on linux x64: kettle 1.2.3 (built from Acme’s source package kettle 1.2.3-4, with spout 5 in place of its own copy)',
    ])
    expect(told(await page('content/docs/zh-cn/lab/kitchen.md'))).toEqual([
      '最近一次验证：2001-02-03，linux x64；kettle 1.2.3（用 Acme 的源码包 kettle 1.2.3-4 构建，其中自带的库换成了 spout 5）',
    ])
  })
})
