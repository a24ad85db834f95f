/** What the help says, in the language of the page. */
export interface WritingWords {
  readonly noteHere: string
  /** Name of the button at a line. */
  noteAt(line: string): string
  /** Name of a suggestion that can be copied. */
  copy(text: string): string
  readonly copied: string
  readonly notCopied: string
}

const en: WritingWords = {
  noteHere: 'note here',
  noteAt: (line) => `Copy a note for line ${line}`,
  copy: (text) => `Copy ${text}`,
  copied: 'copied',
  notCopied: 'not copied: your browser did not allow it',
}

const zhCN: WritingWords = {
  noteHere: '在此加注',
  noteAt: (line) => `复制第 ${line} 行的注解`,
  copy: (text) => `复制 ${text}`,
  copied: '已复制',
  notCopied: '没有复制：浏览器不允许',
}

/** The words for a page's `lang`. */
export const writingWords = (lang: string): WritingWords => (lang.toLowerCase().startsWith('zh') ? zhCN : en)
