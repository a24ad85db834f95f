import type { UseCount } from '../../walkthrough/use-counts.ts'

/** Everything an excerpt says in words. Lines are one-based; `start` and `end` may be the same line. */
export interface ExcerptStrings {
  /** The extent as it stands in the caption, e.g. `93–139`. */
  lines(start: number, end: number): string
  /** Name of the link to the code host; begins with what `lines` shows. */
  linesLink(start: number, end: number, file: string): string
  /** How often what it shows is used, in the fewest words. */
  readonly uses: Readonly<Record<UseCount['kind'], (count: number) => string>>
  /** Where uses were looked for, said on hover. */
  readonly usesCounted: string
  /** Name of the link to where uses are listed; begins with what `uses` shows. */
  usesOf(text: string, label: string): string
  /** Name of the pane that scrolls. */
  code(label: string): string
  elided(count: number): string
  elidedHint(start: number, end: number): string
  note(number: number): string
  /** Name of a note's number, which leads back to its line. */
  noteToLine(number: number, line: number): string
  /** Where a note's code stands, in words: `line 94`, `lines 94–96`. */
  atLines(start: number, end: number): string
  copy: string
  /** What the copy button takes along, said on hover. */
  copyHint: string
  copied: string
  copyFailed: string
  /** Name of the link that suggests a note about an excerpt, and what it fills in. */
  suggest: string
  suggestTitle(label: string): string
  suggestBody(page: string, symbol: string, place: string): string
  changed: string
  unresolved: string
  /** Stands in a note that only whoever is writing sees. */
  unwritten: string
  /** Stands in place of the code where the source isn't at hand; a command follows. */
  withoutCode: string
  missing: string
  expected: string
  found: string
  candidates: string
  fix: string
}

const extent = (start: number, end: number): string => (start === end ? `${start}` : `${start}–${end}`)

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const en: ExcerptStrings = {
  lines: extent,
  linesLink: (start, end, file) => `${extent(start, end)}: ${file} at the pinned commit`,
  uses: {
    used: (count) => `used in ${plural(count, 'place')}`,
    calledBy: (count) => `called in ${plural(count, 'place')}`,
    alsoNamed: (count) => `named in ${plural(count, 'place')}`,
    calls: (count) => `calls ${plural(count, 'function')}`,
  },
  usesCounted: 'Counted in the packages this walkthrough reads',
  usesOf: (text, label) => `${text}: ${label}`,
  code: (label) => `Code of ${label}`,
  elided: (count) => (count === 1 ? '1 line' : `${count} lines`),
  elidedHint: (start, end) => `Lines ${extent(start, end)}`,
  note: (number) => `Note ${number}`,
  noteToLine: (number, line) => `${number}, to line ${line}`,
  atLines: (start, end) => (start === end ? `line ${start}` : `lines ${extent(start, end)}`),
  copy: 'Copy code',
  copyHint: 'Copy the whole excerpt, folded lines included, without line numbers and notes',
  copied: 'Copied',
  copyFailed: 'Your browser did not allow it',
  suggest: 'Suggest a note',
  suggestTitle: (label) => `A note on ${label}`,
  suggestBody: (page, symbol, place) => `Page: ${page}\nCode: ${symbol}, ${place}\n\nThe line or piece of code it is about:\n\n\nWhat the note could say:\n\n`,
  changed: 'The code changed since this was written.',
  unresolved: 'The code this note speaks of was not found in this version.',
  unwritten: 'Still to be written.',
  withoutCode: 'The text of the code is not part of this build. To read it here, run',
  missing: 'Missing here',
  expected: 'Expected',
  found: 'Found',
  candidates: 'Nearest',
  fix: 'To mend it',
}

const zhCN: ExcerptStrings = {
  lines: extent,
  linesLink: (start, end, file) => `${extent(start, end)} 行：${file}（固定的提交）`,
  uses: {
    used: (count) => `使用 ${count} 处`,
    calledBy: (count) => `被调用 ${count} 处`,
    alsoNamed: (count) => `被提及 ${count} 处`,
    calls: (count) => `调用 ${count} 个函数`,
  },
  usesCounted: '只计本导览所读的包',
  usesOf: (text, label) => `${text}：${label}`,
  code: (label) => `${label} 的代码`,
  elided: (count) => `${count} 行`,
  elidedHint: (start, end) => `第 ${extent(start, end)} 行`,
  note: (number) => `注解 ${number}`,
  noteToLine: (number, line) => `${number}，回到第 ${line} 行`,
  atLines: (start, end) => `第 ${extent(start, end)} 行`,
  copy: '复制代码',
  copyHint: '复制整段代码，包括折叠的行，不含行号与注解',
  copied: '已复制',
  copyFailed: '浏览器没有允许复制',
  suggest: '提议一条注解',
  suggestTitle: (label) => `关于 ${label} 的注解`,
  suggestBody: (page, symbol, place) => `页面：${page}\n代码：${symbol}，${place}\n\n针对哪一行或哪段代码：\n\n\n注解可以这样写：\n\n`,
  changed: '这条注解写成之后，代码有过改动。',
  unresolved: '在这个版本里没有找到这条注解所说的代码。',
  unwritten: '还没有写。',
  withoutCode: '这次构建没有包含代码正文。要在这里读到代码，请运行',
  missing: '此处缺失',
  expected: '应为',
  found: '实为',
  candidates: '相近的有',
  fix: '改正办法',
}

/**
 * The words of a language by its tag (`zh-CN`, in any case), by the language alone where the region isn't known, in
 * English otherwise.
 */
export function excerptStrings(tag: string): ExcerptStrings {
  return tag.toLowerCase().split('-')[0] === 'zh' ? zhCN : en
}
