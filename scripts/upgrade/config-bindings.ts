import type { WalkthroughConfig, WaymarkConfig } from '../../src/config/index.ts'
import { binding, type Binding, type Spot } from '../../src/upgrade/index.ts'

/** A file of the config, as text. */
export interface ConfigFile {
  readonly file: string
  readonly text: string
}

/**
 * What the config holds on to: the path's stops and the calls between them, where the options start, packages behind aliases,
 * the lab's breakpoint; and, when another tag is to be pinned, settings that repeat the present one. Places are found by the
 * spelling; what is computed and not spelled out has the file's first line, and is never rewritten.
 */
export function configBindings(config: WaymarkConfig, walkthrough: WalkthroughConfig, files: readonly ConfigFile[], newTag: string | undefined): Binding[] {
  const [main] = files
  if (main === undefined) return []
  const block = blockOf(main.text, walkthrough.id)
  const find = finder(main, block)
  const found: Binding[] = []
  const { path, options, aliases, source } = walkthrough
  for (const { symbol, calledBy } of path) {
    const at = find('symbol', symbol)
    found.push(binding({ kind: 'symbol', use: 'stop', text: symbol, ...at }))
    if (calledBy === undefined) continue
    const by = find('calledBy', calledBy)
    found.push(binding({ kind: 'symbol', use: 'called-by', text: calledBy, ...by }))
    found.push(binding({ kind: 'hop', use: 'hop', text: symbol, inside: calledBy, place: by.place }))
  }
  const roots = finder(main, [Math.max(block[0], main.text.indexOf('options: {', block[0])), block[1]])
  for (const [key, symbol] of Object.entries(options ?? {})) {
    if (symbol !== undefined) found.push(binding({ kind: 'symbol', use: 'options', text: symbol, ...roots(key, symbol) }))
  }
  for (const [alias, importPath] of Object.entries(aliases)) {
    found.push(binding({ kind: 'package', use: 'alias', text: importPath, place: finder(main, block)(alias, importPath).place }))
  }
  if (config.lab?.walkthrough === walkthrough.id) found.push(...labBindings(config, files))
  if ('tag' in source && newTag !== undefined && newTag !== source.tag) found.push(...repeated(source.tag, files, main, block))
  return found
}

function labBindings({ lab }: WaymarkConfig, files: readonly ConfigFile[]): Binding[] {
  const breakpoint = lab?.program.breakpoint
  if (breakpoint === undefined) return []
  const symbol = breakpoint.replace(/:\d+$/, '')
  const place = files.map((file) => finder(file, [0, file.text.length])('breakpoint', breakpoint)).find(({ spot }) => spot !== undefined)?.place
  return [binding({ kind: 'symbol', use: 'breakpoint', text: symbol, place: place ?? { file: files[0]?.file ?? '', line: 1, column: 1 } })]
}

/** Lines that name the old tag, beside the two that are the pin itself. */
function repeated(tag: string, files: readonly ConfigFile[], main: ConfigFile, [from, to]: readonly [number, number]): Binding[] {
  const bare = tag.replace(/^v/, '')
  return files.flatMap((file) =>
    file.text.split('\n').flatMap((line, i) => {
      const at = line.indexOf(bare)
      if (at === -1 || /^\s*(\/\/|\*|\/\*)/.test(line)) return []
      const offset = file.text.split('\n').slice(0, i).join('\n').length
      const isPin = file === main && offset >= from - 1 && offset < to && /^\s*(version|tag):/.test(line)
      return isPin ? [] : [binding({ kind: 'version', use: 'parameter', text: line.trim(), place: { file: file.file, line: i + 1, column: at + 1 } })]
    }),
  )
}

/** Offsets of a walkthrough's part of the config: from its id to the next one's. */
export function blockOf(text: string, id: string): readonly [number, number] {
  const ids = [...text.matchAll(/\bid:\s*(['"])([a-z0-9][a-z0-9-]*)\1/g)]
  const at = ids.findIndex((match) => match[2] === id)
  return at === -1 ? [0, text.length] : [ids[at]?.index ?? 0, ids[at + 1]?.index ?? text.length]
}

type Found = Pick<Binding, 'place' | 'spot'>

/** Finds `key: 'value'`, each time from where the one before ended. */
function finder({ text, file }: ConfigFile, [from, to]: readonly [number, number]): (key: string, value: string) => Found {
  let cursor = from
  return (key, value) => {
    const pattern = new RegExp(`\\b${escape(key)}['"]?:\\s*(['"\`])${escape(value)}\\1`, 'g')
    pattern.lastIndex = cursor
    const match = pattern.exec(text)
    if (match === null || match.index >= to) return { place: placeAt(text, file, from), spot: undefined }
    cursor = pattern.lastIndex
    const end = cursor - 1
    const quote = match[1] === '`' ? undefined : (match[1] as '"' | "'")
    const spot: Spot = { start: end - value.length, end, quote, more: undefined }
    return { place: placeAt(text, file, match.index), spot }
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** One-based place of an offset. */
export function placeAt(text: string, file: string, offset: number): Binding['place'] {
  const before = text.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
