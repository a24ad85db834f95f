import { nearest } from '../../../report/nearest.ts'
import { isList, readValue, valueWithout, type FlagValue, type Shape } from './flag-shape.ts'

/** What has to be known of a flag to read it. */
export interface KnownFlag {
  readonly name: string
  readonly shorthand: string | null
  readonly type: string
}

/** One argument of a command line, understood. Names come without dashes. */
export type ReadFlag =
  | { readonly kind: 'set'; readonly flag: KnownFlag; readonly text: string; readonly value: FlagValue; /** Nothing is known of the type. */ readonly unchecked: boolean; /** As it was typed, where that is another spelling. */ readonly spelt: string | undefined }
  | { readonly kind: 'wrong'; readonly flag: KnownFlag; readonly text: string; readonly shape: Shape }
  | { readonly kind: 'needs-value'; readonly flag: KnownFlag }
  | { readonly kind: 'unknown'; readonly written: string; readonly candidates: readonly string[] }
  | { readonly kind: 'argument'; readonly text: string }

/**
 * Reads arguments as pflag does: `--name=value`, `--name value`, `--bool`, `-s value`, `-svalue`; after a lone `--` come
 * plain arguments. Go's own `flag` package also takes `-name`; so does this where no shorthand fits.
 */
export function readFlags(args: readonly string[], flags: readonly KnownFlag[]): ReadFlag[] {
  const read: ReadFlag[] = []
  const byName = new Map(flags.map((flag) => [flag.name, flag]))
  const words = [...args]
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--') return [...read, ...words.slice(at + 1).map((text) => ({ kind: 'argument' as const, text }))]
    if (!word.startsWith('-') || word === '-') {
      read.push({ kind: 'argument', text: word })
      continue
    }
    const { name, given, flag, spelt, cluster } = findFlag(word, byName)
    if (flag === undefined) {
      const names = flags.map((one) => one.name)
      read.push({ kind: 'unknown', written: word.replace(/=.*$/s, ''), candidates: nearest(name, names, 3) })
      continue
    }
    if (cluster !== undefined) words.splice(at + 1, 0, cluster)
    let text = given ?? valueWithout(flag.type)
    if (text === undefined && at + 1 < words.length) text = words[(at += 1)]
    if (text === undefined) read.push({ kind: 'needs-value', flag })
    else read.push(readOne(flag, text, spelt))
  }
  return read
}

interface FoundFlag {
  readonly name: string
  readonly given: string | undefined
  readonly flag: KnownFlag | undefined
  readonly spelt?: string
  /** Shorthands after one that needs no value: the `-bc` of `-abc`. */
  readonly cluster?: string
}

function findFlag(word: string, byName: ReadonlyMap<string, KnownFlag>): FoundFlag {
  const [, dashes = '', name = '', given] = /^(--?)([^=]*)(?:=(.*))?$/s.exec(word) ?? []
  if (dashes === '-') {
    const flag = [...byName.values()].find(({ shorthand }) => shorthand !== null && shorthand === name[0])
    const rest = name.slice(1)
    if (flag !== undefined && rest !== '' && valueWithout(flag.type) !== undefined) return { name, flag, given: undefined, cluster: `-${rest}` }
    if (flag !== undefined) return { name, flag, given: given ?? (rest === '' ? undefined : rest) }
  }
  const exact = byName.get(name)
  if (exact !== undefined) return { name, given, flag: exact }
  // Many programs take underscores for dashes (component-base's WordSepNormalizeFunc): worth saying, not an error here.
  const respelt = byName.get(name.replaceAll('_', '-'))
  return respelt === undefined ? { name, given, flag: undefined } : { name, given, flag: respelt, spelt: name }
}

function readOne(flag: KnownFlag, text: string, spelt: string | undefined): ReadFlag {
  const result = readValue(flag.type, text)
  if (result.kind === 'wrong') return { kind: 'wrong', flag, text, shape: result.shape }
  return { kind: 'set', flag, text, value: result.value, unchecked: result.kind === 'unchecked', spelt }
}

/** The value each flag ends up with: lists and maps gather, of everything else the last one counts. */
export function lastValues(read: readonly ReadFlag[]): ReadonlyMap<string, FlagValue> {
  const values = new Map<string, FlagValue>()
  for (const one of read) {
    if (one.kind !== 'set') continue
    const before = values.get(one.flag.name)
    values.set(one.flag.name, before === undefined || !isList(one.flag.type) ? one.value : joined(before, one.value))
  }
  return values
}

function joined(before: FlagValue, more: FlagValue): FlagValue {
  if (isItems(before) && isItems(more)) return [...before, ...more]
  return typeof before === 'object' && typeof more === 'object' ? Object.assign({}, before, more) : more
}

const isItems = (value: FlagValue): value is readonly string[] => Array.isArray(value)
