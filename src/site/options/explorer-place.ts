import type { Localized } from '../../config/index.ts'
import type { SiteData, WalkthroughData } from '../data/site-data.ts'

/** What menus call the explorer. */
export const explorerTitle: Localized = { en: 'The options', 'zh-CN': '选项浏览器' }

/** Pages of the explorer: address below the walkthrough's folder, and name in menus. */
export const explorerPages = [
  { page: 'flags', label: { en: 'Every flag', 'zh-CN': '全部参数' } },
  { page: 'variables', label: { en: 'What the options hold', 'zh-CN': '选项里有什么' } },
  { page: 'try', label: { en: 'Try a command line', 'zh-CN': '试一条命令行' } },
  { page: 'errors', label: { en: 'Errors you will meet', 'zh-CN': '你会遇到的报错' } },
] as const satisfies readonly { page: string; label: Localized }[]

/** Name of a page of the explorer. */
export type ExplorerPageName = (typeof explorerPages)[number]['page']

/** Which page of the explorer an address is. */
export interface ExplorerPlace {
  readonly walkthrough: WalkthroughData
  readonly page: ExplorerPageName
  readonly label: Localized
  readonly locale: string
  readonly tag: string
}

/**
 * Reads the place off an address: `/docs/zh-cn/kube-apiserver/flags/`.
 *
 * @throws TypeError when it is no page of the explorer, which no route leads to.
 */
export function explorerPlace({ languages, walkthroughs }: Pick<SiteData, 'languages' | 'walkthroughs'>, pathname: string): ExplorerPlace {
  const [page, id, before] = pathname.split('/').filter((part) => part !== '').reverse()
  const found = explorerPages.find((one) => one.page === page)
  const walkthrough = walkthroughs.find((one) => one.id === id)
  if (found === undefined || walkthrough === undefined) throw new TypeError(`${pathname} is no page of the explorer`)
  const language = languages.find(({ locale }) => locale === before) ?? languages.find(({ locale }) => locale === 'root')
  return { walkthrough, ...found, locale: language?.locale ?? 'root', tag: language?.tag ?? 'en' }
}
