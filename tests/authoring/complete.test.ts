import { describe, expect, it } from 'vitest'
import { complete, directiveParameters, openAnchors, roles, type Knowledge } from '../../src/authoring/index.ts'
import { checkChapter, pageContexts } from '../../src/markdown/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import { bookFromSource, config } from '../markdown/kettle.ts'

const code = 'func Complete() {\n\tif s.Address == "" {\n\t}\n\treturn done\n}'
const anchorAt = openAnchors(code, 1)

const known: Knowledge = {
  symbols: () => [{ name: 'app.Complete', detail: 'func' }, { name: 'app.Run', detail: 'func' }],
  flags: () => ['--port'],
  files: () => ['main.go'],
  anchors: (symbol) => (symbol === 'app.Complete' ? code.split('\n').flatMap((line, i) => {
    const anchor = anchorAt(i + 1)
    return anchor === undefined ? [] : [{ line: i + 1, code: line.trim(), anchor, reason: undefined }]
  }) : []),
  parameters: ['LAB_DIR', 'ETCD_URL'],
}

/** What is offered at `|` in the last line, as the line would read with each. */
function offered(...lines: string[]): string[] {
  const last = lines.length - 1
  const column = (lines[last] ?? '').indexOf('|')
  const text = (lines[last] ?? '').replace('|', '')
  return complete([...lines.slice(0, last), text], last, column, known).map(({ insert, start, end }) => text.slice(0, start) + insert + text.slice(end))
}

describe('completion in a chapter', () => {
  it('offers symbols where a symbol stands', () => {
    expect(offered('::::go{symbol="app.|"}')).toEqual(['::::go{symbol="app.Complete"}', '::::go{symbol="app.Run"}'])
    expect(offered('::trail{from="app.Run" to="|"}')[1]).toBe('::trail{from="app.Run" to="app.Run"}')
    expect(offered('It begins in :sym[app|] and')[0]).toBe('It begins in :sym[app.Complete] and')
  })

  it('offers flags, files and parameters of the lab', () => {
    expect(offered('see :flag[--p|]')).toEqual(['see :flag[--port]'])
    expect(offered('see :file[|]')).toEqual(['see :file[main.go]'])
    expect(offered('etcd --data-dir {{LA|}}')).toEqual(['etcd --data-dir {{LAB_DIR}}', 'etcd --data-dir {{ETCD_URL}}'])
  })

  it('offers the anchors of the excerpt around a note, in the quotation marks they need', () => {
    const opening = '::::go{symbol="app.Complete" id="x"}'
    const all = [':::note{at="Complete"}', `:::note{at='s.Address == ""'}`, ':::note{at="done"}']
    expect(offered(opening, ':::note{at="|"}')).toEqual(all)
    expect(offered(opening, ":::note{at='x'}", 'Text.', ':::', ':::note{at="s.|"}')).toEqual(all)
    expect(offered('::::go{symbol="app.Gone"}', ':::note{at="|"}')).toEqual([])
  })

  it('offers directives, and the parameters they still lack', () => {
    expect(offered('::|')).toContain('::trail')
    expect(offered('::::go{|')).toContain('::::go{symbol="')
    expect(offered('::::go{symbol="app.Run" |}')).toEqual(expect.arrayContaining(['::::go{symbol="app.Run" show="}']))
    expect(offered('::::go{symbol="app.Run" |}')).not.toContain('::::go{symbol="app.Run" symbol="}')
    expect(offered('a :|')).toEqual(roles.map((role) => `a :${role}[`))
  })

  it('offers nothing in prose', () => {
    for (const text of ['Plain wor|ds', 'a "quoted|" word', ':::note{at="x"}|', 'see {x|}']) expect(offered(text), text).toEqual([])
  })
})

describe('the table of directives', async () => {
  const { book } = await bookFromSource()
  const tell = (markdown: string): Diagnostic[] => {
    const told: Diagnostic[] = []
    const page = pageContexts({ config, books: new Map([['kettle', book]]), writing: false, report: (found) => told.push(...found) })('content/docs/kettle/walk.md')
    if (page === undefined) throw new Error('no page')
    checkChapter(markdown, page, '', () => true)
    return told
  }

  it.each(Object.entries(directiveParameters))('says of %s what the pipeline says', (name, parameters) => {
    const inner = name === 'note' ? '::::go{symbol="app.Check"}\n:::note{bogus="x"}\nx\n:::\n::::\n' : undefined
    const forms = [inner ?? `:::${name}{bogus="x"}\n:::\n`, `::${name}{bogus="x"}\n`]
    const unknown = forms.flatMap(tell).find(({ code: told, found }) => told === 'attribute-unknown' && found === 'bogus')
    expect(unknown?.expected).toBe(parameters.join(', ') || 'no attributes')
  })
})
