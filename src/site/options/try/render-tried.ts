import type { FlagValue } from './flag-shape.ts'
import type { JudgedCheck } from './judge-checks.ts'
import type { ReadFlag } from './read-flags.ts'
import type { TriedLine } from './try-line.ts'

/** How results are told. */
export interface Telling {
  readonly words: Readonly<Record<string, string>>
  /** Address of one line of code, with `{path}` and `{line}`. */
  readonly lineUrl: string | undefined
}

/** What can be said of a command line, as elements: problems first, then what differs, then the checks. */
export function renderTried({ read, differences, same, checks }: TriedLine, telling: Telling): HTMLElement[] {
  const { words } = telling
  const word = (key: string): string => words[`wm.try.${key}`] ?? ''
  const problems = read.flatMap((one) => problem(one, word))
  const remarks = [
    ...read.flatMap((one) => remark(one, word)),
    ...same.map(({ name }) => sentence(word('same'), { flag: flagLink(name) })),
    ...[...differences.map(({ flag }) => flag), ...same].filter(({ deprecated }) => deprecated).map(({ name }) => sentence(word('deprecated'), { flag: flagLink(name) })),
  ]
  return [
    heading(word('problems')),
    problems.length === 0 ? element('p', 'wm-try-fine', word('fine')) : list('wm-try-problems', problems),
    heading(word('differences')),
    differences.length === 0 ? element('p', 'wm-try-fine', word('nothing')) : table(differences, word),
    ...(remarks.length === 0 ? [] : [list('wm-try-remarks', remarks)]),
    heading(word('checks')),
    ...verdicts(checks, telling, word),
  ]
}

type Word = (key: string) => string

function problem(one: ReadFlag, word: Word): HTMLElement[] {
  if (one.kind === 'unknown') {
    const line = sentence(word('unknown'), { flag: code(one.written) })
    if (one.candidates.length > 0) line.append(` ${word('nearest')} `, ...one.candidates.flatMap((name, index) => (index === 0 ? [flagLink(name)] : [' ', flagLink(name)])))
    return [line]
  }
  if (one.kind === 'needs-value') return [sentence(word('needsValue'), { flag: flagLink(one.flag.name) })]
  if (one.kind === 'wrong') return [sentence(word('wrong'), { flag: flagLink(one.flag.name), shape: word(one.shape), text: code(one.text === '' ? '""' : one.text) })]
  return []
}

function remark(one: ReadFlag, word: Word): HTMLElement[] {
  if (one.kind === 'argument') return [sentence(word('argument'), { text: code(one.text) })]
  return one.kind === 'set' && one.spelt !== undefined ? [sentence(word('spelt'), { written: code(`--${one.spelt}`), flag: flagLink(one.flag.name) })] : []
}

function table(differences: TriedLine['differences'], word: Word): HTMLElement {
  const result = element('table', 'wm-try-table')
  const head = element('tr')
  for (const key of ['flag', 'default', 'yours', 'field']) {
    const cell = element('th', undefined, word(key))
    cell.setAttribute('scope', 'col')
    head.append(cell)
  }
  const rows = differences.map(({ flag, value }) => {
    const row = element('tr')
    const cells = [flagLink(flag.name), code(flag.default ?? '–'), code(show(value)), ...(flag.field === null ? [''] : [fieldLink(flag.field)])]
    row.append(...cells.map((content) => wrap('td', content)))
    return row
  })
  result.append(wrap('thead', head), wrap('tbody', ...rows))
  return result
}

function verdicts(checks: readonly JudgedCheck[], telling: Telling, word: Word): HTMLElement[] {
  return (['fails', 'depends', 'passes'] as const).flatMap((verdict) => {
    const own = checks.filter((one) => one.verdict === verdict)
    if (own.length === 0) return []
    const title = word(verdict).replace('{{count}}', String(own.length))
    const rows = list('wm-try-checks', own.map((one) => checkRow(one, telling, word)))
    if (verdict === 'fails') return [element('p', 'wm-try-fails', title), rows]
    const fold = element('details')
    fold.append(element('summary', undefined, title), rows)
    return [fold]
  })
}

function checkRow({ check }: JudgedCheck, { lineUrl }: Telling, word: Word): HTMLElement {
  const { message, condition, at } = check
  const row = element('span')
  row.append(message === '' ? word('noMessage') : code(message), ' ')
  if (condition !== null && condition !== '') row.append(element('small', undefined, condition), ' ')
  const place = element(lineUrl === undefined ? 'span' : 'a', 'wm-at', `${at.file.slice(at.file.lastIndexOf('/') + 1)}:${at.line}`)
  if (lineUrl !== undefined) place.setAttribute('href', lineUrl.replace('{path}', at.file.split('/').map(encodeURIComponent).join('/')).replaceAll('{line}', String(at.line)))
  row.append(place)
  return row
}

/** Puts elements where a sentence has `{{name}}`. */
function sentence(text: string, parts: Readonly<Record<string, string | Node>>): HTMLElement {
  const result = element('span')
  result.append(...text.split(/(\{\{\w+\}\})/).map((part) => parts[part.slice(2, -2)] ?? part))
  return result
}

const show = (value: FlagValue): string => (typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value))
const code = (text: string): HTMLElement => element('code', undefined, text)
const heading = (text: string): HTMLElement => element('h2', undefined, text)

function flagLink(name: string): HTMLElement {
  const link = element('a', 'wm-flag', `--${name}`)
  link.setAttribute('href', `../flags/#--${name}`)
  return link
}

function fieldLink(path: string): HTMLElement {
  const link = element('a', 'wm-path', path)
  link.setAttribute('href', `../variables/#${encodeURI(path)}`)
  return link
}

function list(name: string, items: readonly HTMLElement[]): HTMLElement {
  const result = element('ul', name)
  result.append(...items.map((item) => wrap('li', item)))
  return result
}

function wrap(tag: string, ...children: (string | Node)[]): HTMLElement {
  const result = element(tag)
  result.append(...children)
  return result
}

function element(tag: string, name?: string, text?: string): HTMLElement {
  const result = document.createElement(tag)
  if (name !== undefined) result.className = name
  if (text !== undefined) result.textContent = text
  return result
}
