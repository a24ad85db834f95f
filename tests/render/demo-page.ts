import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mkdir, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { createGoHighlight } from '../../src/markdown/highlight/index.ts'
import { excerptStrings, renderDiagnostic, renderExcerpt, renderFlag, renderNotice, renderSymbol } from '../../src/markdown/render/index.ts'
import { excerptOf, type TestNote } from './excerpt-of.ts'

const highlight = await createGoHighlight()
const strings = excerptStrings('en')

const notes: readonly TestNote[] = [
  { at: 'o := NewOptions()', says: 'One value holds every answer. It is made here, before any flag has been read, so the flags only overwrite what is already a working set of defaults.' },
  { at: 'RunE: func(cmd *Command, args []string) error {', says: [h('p', ['Cobra calls this ', h('em', 'after'), ' it has parsed the command line; nothing before it has seen a flag.'])] },
  { at: 'completed, err := Complete(ctx, o)', says: [h('p', ['Everything the flags left open is decided here. ', h('code', 'Complete'), ' returns another type, so that nobody can validate options which were never completed.'])], changed: true },
  { at: 'if errs := completed.Validate(); len(errs) != 0 {\n\t\t\t\treturn errors.Join(errs...)\n\t\t\t}', says: 'Errors are collected, not returned one by one: a reader of the log mends all of them at once.' },
  { at: 'completed.Validate()', says: 'A method of the completed options, not of the raw ones.' },
  { at: 'Run(completed, SetupSignalHandler()', says: [h('p', ['The door to the rest. It returns only when a signal arrives, so whatever stands behind it is ', h('a', { href: '#open' }, 'the life of the server'), '.'])] },
]
const shown = [[27, 29], [41, 62], [86, 86]] as const

const first = excerptOf('func NewOpenCommand', { id: 'open', shown, notes })
const zhNotes: readonly TestNote[] = [
  { at: 'o := NewOptions()', says: '所有的答案都放在一个值里。它在读取任何参数之前就已经建好，因此命令行参数只是覆盖一套本来就能工作的默认值。' },
  { at: 'completed, err := Complete(ctx, o)', says: '参数没有决定的一切都在这里决定。Complete 返回另一个类型，没有补全过的选项就无法拿去校验。' },
  { at: 'completed.Validate()', says: '错误是收集起来一次性报告的，而不是遇到一个就返回。' },
]
const zh = excerptOf('func NewOpenCommand', { id: 'zh', shown, notes: zhNotes })
const plain = excerptOf('type Options', { id: 'options', label: 'harbour.Options', local: true })
const roomy = excerptOf('type Options', { id: 'roomy', label: 'harbour.Options', notes: [
  { at: 'Berths   int', says: 'How many ships may lie here at once. It is a plain number and not a list of berths, because nobody has asked yet which ship lies where.' },
  { at: 'Depth    float64', says: 'Measured at the lowest tide, so that a ship which fits on paper also fits at the worst hour of the year.' },
  { at: 'Opening  time.Duration', says: 'Counted from midnight.' },
] })
const odd = excerptOf('func Odd', { id: 'odd', label: 'harbour.Odd', notes: [{ at: '"</script><script>alert(1)</script>"', says: 'Text, and nothing but text.' }, { at: undefined, says: 'This note lost its code.' }] })
const bare = excerptOf('func NewOpenCommand', { id: 'bare', shown, notes, withoutCode: true })

const figures = [
  h('p', ['The options start life in ', renderSymbol({ label: 'NewOptions', href: '#options', title: 'harbour.NewOptions' }), ', and ', renderFlag({ label: '--lanterns', href: '#open-L61' }), ' has no default. What happens next is one closure, read here from its first line to its last; everything around it is folded away and can be opened.']),
  renderExcerpt(first.view, { notes: first.bodies, strings, highlight }),
  h('p', 'A declaration without notes takes the whole width, and stays quiet.'),
  renderExcerpt(plain.view, { notes: [], strings, highlight }),
  renderExcerpt(roomy.view, { notes: roomy.bodies, strings, highlight }),
  h('p', '中文的注释，中文与 Latin 混排。'),
  h('div', { lang: 'zh-CN' }, renderExcerpt(zh.view, { notes: zh.bodies, strings: excerptStrings('zh-CN'), highlight })),
  renderExcerpt(odd.view, { notes: odd.bodies, strings, highlight }),
  h('p', 'Without the source:'),
  renderExcerpt(bare.view, { notes: bare.bodies, strings, highlight, command: 'npm start -- --source <folder>' }),
  renderNotice({ title: 'harbour.Close is not in this version', detail: 'The excerpt that stood here was written for another version of the code.', strings }),
  renderDiagnostic({ code: 'anchor-not-found', severity: 'error', message: 'The note points at code that is not in app.Complete.', file: 'content/docs/complete.md', line: 40, column: 9, expected: 'completed, err := Complete(s)', found: 'no match', candidates: ['completedOptions, err := Complete(s)'], fix: 'Write at="completedOptions, err := Complete(s)".' }, strings),
]

/** Stands in for the site around an excerpt: a bar of chapters, a column of prose. */
const shell = `
body{margin:0;background:var(--wm-paper);color:var(--wm-ink);font:1rem/1.7 var(--sl-font)}
main{padding:1.5rem 1rem;min-width:0} main>p{max-width:68ch}
nav{display:none} @media screen and (min-width:50rem){body{display:grid;grid-template-columns:18.75rem 1fr}nav{display:block;border-right:1px solid var(--wm-rule)}main{padding:2rem 2.5rem}}`

/** Writes a page with excerpts in every state, with the site's styles and the excerpts' script, into a folder. */
export async function writeDemoPage(folder: string, theme: 'light' | 'dark'): Promise<string> {
  await mkdir(folder, { recursive: true })
  const source = (name: string): string => fileURLToPath(new URL(`../../src/site/${name}`, import.meta.url))
  await build({ entryPoints: [source('styles/tokens.css'), source('excerpt/excerpt.css'), source('excerpt/excerpt-client.ts')], bundle: true, minify: true, format: 'iife', outdir: folder, entryNames: '[name]' })
  const page = `<!doctype html><html lang="en" data-theme="${theme}"><head><meta charset="utf-8"><title>Excerpts</title><meta name="viewport" content="width=device-width"><style>${shell}</style><link rel="stylesheet" href="tokens.css"><link rel="stylesheet" href="excerpt.css"></head><body><nav aria-label="Chapters"></nav><main><h1>Excerpts</h1>${toHtml(figures)}</main><script src="excerpt-client.js" defer></script></body></html>`
  const file = join(folder, `${theme}.html`)
  await writeFile(file, page)
  return file
}
