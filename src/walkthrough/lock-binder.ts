import { nearest, type Diagnostic } from '../report/index.ts'
import type { Binder } from './binder.ts'
import { excerptKey, fragmentKey } from './keys.ts'
import type { Lock } from './lock.ts'
import { failed, found, type AuthorPlace, type Resolved } from './request.ts'

/**
 * A binder that knows only what the lock file recorded: places and fingerprints, no code.
 *
 * What is not recorded there fails with `not-recorded`: it can be resolved only with the source at hand.
 */
export function lockBinder(lock: Lock): Binder {
  return {
    kind: 'lock',
    topLevel: lock.topLevel,
    symbol(text, place) {
      const symbol = lock.symbols[text] ?? text
      const record = lock.declarations[symbol]
      return record === undefined ? missing('symbol', text, place, Object.keys(lock.symbols)) : found({ symbol, record })
    },
    part: (bound, part, place) => entry(lock.excerpts, excerptKey(bound.symbol, part), 'excerpt', place),
    anchor: (bound, fragment) =>
      entry(lock.anchors[bound.symbol] ?? {}, fragmentKey(fragment), 'piece of code', fragment.place),
    flag: (name, place) => entry(lock.flags, name, 'flag', place),
    file: (path, place) => (lock.files.includes(path) ? found(path) : missing('file', path, place, lock.files)),
    hop: (_from, to, _index, place) => entry(lock.hops, to.symbol, 'hop to', place),
    lines: () => undefined,
  }
}

function entry<T>(records: Readonly<Record<string, T>>, key: string, what: string, place: AuthorPlace): Resolved<T> {
  const record = records[key]
  return record === undefined ? missing(what, key, place, Object.keys(records)) : found(record)
}

function missing(what: string, name: string, place: AuthorPlace, known: readonly string[]) {
  const diagnostic: Diagnostic = {
    code: 'not-recorded',
    severity: 'error',
    message: `The lock file does not record this ${what}, and the source is not at hand.`,
    ...place,
    expected: `a ${what} that was recorded`,
    found: name,
    candidates: nearest(name, known),
    fix: 'Get the source (npm run source), then run: npm run check -- --accept',
  }
  return failed(diagnostic)
}
