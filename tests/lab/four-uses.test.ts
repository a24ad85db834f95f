import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Element, Nodes } from 'hast'
import type { Root } from 'mdast'
import { loadConfig } from '../../src/config/index.ts'
import { labDownloads, loadLab, renderStep, resolveValues } from '../../src/lab/index.ts'
import { pageContexts, remarkWaymark } from '../../src/markdown/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import { projectFolder } from './support/kettle-bench.ts'

const config = await loadConfig('walkthrough.config.ts', projectFolder)
const loaded = await loadLab(config, projectFolder)
if (loaded === undefined) throw new Error('no lab')
const { lab } = loaded
const values = resolveValues(lab.config.parameters)

/** A page as the site builds it from Markdown. */
async function page(file: string): Promise<{ tree: Nodes; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const context = pageContexts({ config, books: new Map(), writing: false, report: (found) => diagnostics.push(...found) })(file)
  const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective).use(remarkWaymark, { contextFor: () => context })
  const source = new VFile({ path: file, value: await readFile(join(projectFolder, file), 'utf8') })
  return { tree: toHast((await processor.run(processor.parse(source), source)) as Root), diagnostics }
}

const textOf = (node: Nodes): string => (node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')

/** What copy buttons copy: the text of each figure's code, in order. */
function copied(tree: Nodes): string[] {
  const found: string[] = []
  visit(tree, 'element', (node: Element) => {
    if (node.tagName === 'code' && /language-/.test(String(node.properties['className']))) found.push(textOf(node))
  })
  return found
}

describe('a step', () => {
  it('is the same text on its page, in both languages, in the clipboard and in the scripts', async () => {
    const setup = labDownloads(lab).find(({ path }) => path === 'lab/setup.sh')?.text ?? ''
    for (const folder of ['content/docs/lab', 'content/docs/zh-cn/lab']) {
      for (const chapter of lab.config.chapters) {
        const { tree, diagnostics } = await page(`${folder}/${chapter}.md`)
        expect(diagnostics).toEqual([])
        const rendered = lab.steps.filter((step) => step.chapter === chapter).flatMap((step) => renderStep(step, lab.config, values).fences)
        expect(copied(tree)).toEqual(rendered.filter(({ fence }) => fence.kind !== 'done').map(({ text }) => text))
        for (const { fence, text } of rendered.filter(({ fence: { kind } }) => ['run', 'service', 'file', 'undo'].includes(kind))) {
          expect(setup, `line ${fence.line}`).toContain(`\n${text}\n`)
        }
      }
    }
  })

  it('of one step has a script of its own with the same commands', () => {
    const downloads = labDownloads(lab)
    expect(downloads.map(({ path }) => path)).toEqual(['lab/setup.sh', ...lab.steps.map(({ id }) => `lab/steps/${id}.sh`)])
    const tea = downloads.find(({ path }) => path === 'lab/steps/tea.sh')?.text ?? ''
    const step = lab.steps.find(({ id }) => id === 'tea')
    const commands = step === undefined ? [] : renderStep(step, lab.config, values).fences.filter(({ fence }) => fence.kind === 'run')
    expect(commands.length).toBe(4)
    for (const { text } of commands) expect(tea).toContain(`\n${text}\n`)
  })

  it('looks like this', async () => {
    const { tree } = await page('content/docs/lab/kitchen.md')
    await expect(`${toHtml(tree).replaceAll(/(<(?:section|h2|figure|div|details|p|pre)\b)/g, '\n$1').trim()}\n`).toMatchFileSnapshot('expected/kitchen.html')
  })
})
