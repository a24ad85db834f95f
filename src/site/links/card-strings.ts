/** What a card says in words of its own; everything else in it is the source's. */
export interface CardStrings {
  /** Leads to a line of this page. */
  here(line: string): string
  /** Leads to another page of this site. */
  readonly page: string
  /** Leads to what this site knows about a flag. */
  readonly flag: string
  /** Leads to a place in the source at the code host. */
  host(name: string, place: string): string
  readonly pkg: string
  /** Follows the link, on a screen that is touched. */
  readonly open: string
  readonly close: string
}

const en: CardStrings = {
  here: (line) => (line === '' ? 'On this page' : `On this page, line ${line}`),
  page: 'A page of this site',
  flag: 'All about this flag, on this site',
  host: (name, place) => `Source on ${name}${place === '' ? '' : `: ${place}`}`,
  pkg: 'Documentation on pkg.go.dev',
  open: 'Go there',
  close: 'Close',
}

const zhCN: CardStrings = {
  here: (line) => (line === '' ? '在本页' : `在本页第 ${line} 行`),
  page: '本站的页面',
  flag: '本站上关于这个参数的一切',
  host: (name, place) => `${name} 上的源码${place === '' ? '' : `：${place}`}`,
  pkg: 'pkg.go.dev 上的文档',
  open: '前往',
  close: '关闭',
}

/** The words of a language by its tag, by the language alone where the region isn't known, in English otherwise. */
export function cardStrings(tag: string): CardStrings {
  return tag.toLowerCase().split('-')[0] === 'zh' ? zhCN : en
}
