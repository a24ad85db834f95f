import { describe, expect, it } from 'vitest'
import { editBase, issueUrl } from '../../src/config/index.ts'
import { projectSchema } from '../../src/config/schema.ts'
import { pageContexts, remarkWaymark } from '../../src/markdown/index.ts'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { toHast } from 'mdast-util-to-hast'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import { bookFromSource, config } from '../markdown/kettle.ts'

const project = (more: object) => projectSchema.parse({ repository: 'https://github.com/me/walks', ...more })

describe('links to the code host of the project', () => {
  it('are those of the host', () => {
    expect(editBase(project({}))).toBe('https://github.com/me/walks/edit/main/')
    expect(editBase(project({ repository: 'https://github.com/me/walks.git', branch: 'next/one' }))).toBe('https://github.com/me/walks/edit/next/one/')
    expect(editBase(project({ repository: 'https://gitlab.example.org/me/walks/' }))).toBe('https://gitlab.example.org/me/walks/-/edit/main/')
    expect(editBase(project({ repository: 'https://code.example.org/me/walks', host: 'gitlab' }))).toBe('https://code.example.org/me/walks/-/edit/main/')
  })

  it('carry a text that comes back whole', () => {
    const [title, body] = ['关于 a&b', 'One?\n\n`x=1` #2 + more']
    const github = new URL(issueUrl(project({}), title, body))
    expect([github.origin + github.pathname, github.searchParams.get('title'), github.searchParams.get('body')]).toEqual(['https://github.com/me/walks/issues/new', title, body])
    const gitlab = new URL(issueUrl(project({ host: 'gitlab' }), title, body))
    expect([gitlab.pathname, gitlab.searchParams.get('issue[title]'), gitlab.searchParams.get('issue[description]')]).toEqual(['/me/walks/-/issues/new', title, body])
  })

  it('stand at each excerpt, in the language of the page, and nowhere when the config names no project', async () => {
    const { book } = await bookFromSource()
    const render = (withProject: boolean, file: string): string => {
      const contextOf = pageContexts({ config: withProject ? { ...config, project: project({}) } : config, books: new Map([['kettle', book]]), writing: false, report: () => undefined })
      const processor = unified().use(remarkParse).use(remarkDirective).use(remarkWaymark, { contextFor: () => contextOf(file) })
      return toHtml(toHast(processor.runSync(processor.parse('::::go{symbol="app.Check"}\n::::\n')) as Root))
    }
    const link = (html: string) => new URL((/class="wm-suggest" href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&#x26;', '&')).searchParams
    expect(link(render(true, 'content/docs/kettle/walk.md')).get('title')).toBe('A note on app.Check')
    const body = link(render(true, 'content/docs/zh-cn/kettle/walk.md')).get('body')
    expect(body).toMatch(/^页面：content\/docs\/zh-cn\/kettle\/walk\.md\n代码：example\.org\/kettle\/app\.Check，app\/command\.go:\d+–\d+\n/)
    expect(render(false, 'content/docs/kettle/walk.md')).not.toMatch(/wm-suggest/)
  })
})
