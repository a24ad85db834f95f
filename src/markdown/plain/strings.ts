const en = {
  lines: (from: number, to: number) => (from === to ? `line ${from}` : `lines ${from}–${to}`),
  place: (file: string, lines: string) => `${file}, ${lines}`,
  line: (line: number) => `Line ${line}: `,
  hidden: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
  noCode: 'The code was not at hand when this was made; the place is right.',
  onThePage: 'A table or drawing stands here on the page.',
  aside: (kind: string) => ({ note: 'Note', tip: 'Tip', caution: 'Caution', danger: 'Danger' })[kind] ?? kind,
}

/** The words of plain chapters. */
export type PlainStrings = typeof en

const zhCN: PlainStrings = {
  lines: (from, to) => (from === to ? `第 ${from} 行` : `第 ${from}–${to} 行`),
  place: (file, lines) => `${file}，${lines}`,
  line: (line) => `第 ${line} 行：`,
  hidden: (count) => `${count} 行`,
  noCode: '生成本文件时没有源码；位置是准确的。',
  onThePage: '网页上这里有一张表或图。',
  aside: (kind) => ({ note: '注意', tip: '提示', caution: '小心', danger: '危险' })[kind] ?? kind,
}

/** The words of plain chapters in a language; English where there are none. */
export function plainStrings(languageTag: string): PlainStrings {
  return languageTag.startsWith('zh') ? zhCN : en
}
