import { isCancel, multiselect, text } from '@clack/prompts'
import type { WaymarkConfig } from '../../src/config/index.ts'

/** What a new chapter needs to know. */
export interface ChapterWishes {
  readonly slug: string
  readonly symbols: readonly string[]
  /** Title by language tag. */
  readonly titles: ReadonlyMap<string, string>
}

/** What is known already; the rest is asked for. */
export interface KnownWishes {
  readonly slug: string | undefined
  readonly symbols: readonly string[] | undefined
  readonly titles: ReadonlyMap<string, string>
  /** Symbols of the walkthrough's path, to choose from. */
  readonly path: readonly string[]
  readonly languages: WaymarkConfig['languages']
  /** Says what is wrong with a slug. */
  readonly wrongSlug: (slug: string) => string | undefined
}

/** Results go to standard output; questions are no results. */
const output = process.stderr

/** Asks for what is missing, on a terminal. Undefined when whoever was asked turned away. */
export async function askForChapter({ slug, symbols, titles, path, languages, wrongSlug }: KnownWishes): Promise<ChapterWishes | undefined> {
  const name = slug ?? (await text({ message: 'Its name in addresses', placeholder: 'run', validate: (value) => wrongSlug(value ?? ''), output }))
  if (isCancel(name)) return undefined
  const chosen = symbols ?? (await askForSymbols(path))
  if (chosen === undefined) return undefined
  const all = new Map<string, string>()
  for (const { tag, label } of languages) {
    const title = titles.get(tag) ?? (await text({ message: `Its title in ${label}`, validate: (value) => (value?.trim() ? undefined : 'A sentence or a name.'), output }))
    if (isCancel(title)) return undefined
    all.set(tag, title)
  }
  return { slug: name, symbols: chosen, titles: all }
}

async function askForSymbols(path: readonly string[]): Promise<string[] | undefined> {
  const stops = await multiselect({ message: 'The declarations it walks through', options: path.map((value) => ({ value, label: value })), required: false, output })
  if (isCancel(stops)) return undefined
  const needsMore = (value: string | undefined): string | undefined => (stops.length === 0 && splitSymbols(value ?? '').length === 0 ? 'A chapter needs one at least.' : undefined)
  const others = await text({ message: 'Others, separated by commas', placeholder: 'none', validate: needsMore, output })
  return isCancel(others) ? undefined : [...stops, ...splitSymbols(others)]
}

/** `a, b,c` → `a`, `b`, `c`. */
export const splitSymbols = (list: string): string[] => list.split(',').map((symbol) => symbol.trim()).filter((symbol) => symbol !== '')
