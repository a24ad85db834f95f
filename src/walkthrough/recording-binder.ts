import type { Binder, BoundSymbol } from './binder.ts'
import { excerptKey, fragmentKey } from './keys.ts'
import { emptyLock, type Lock } from './lock.ts'
import type { Resolved } from './request.ts'

/** A binder that passes every question on and writes down each answer; `lock` is what a new lock file would hold. */
export function recordingBinder(binder: Binder, source: Lock['source']): { binder: Binder; lock: Lock } {
  const lock = emptyLock(source)
  lock.topLevel.push(...binder.topLevel)
  const note = <T>(resolved: Resolved<T>, record: (value: T) => void): Resolved<T> => {
    if (resolved.kind === 'found') record(resolved.value)
    return resolved
  }
  const noteSymbol = (text: string, { symbol, record }: BoundSymbol): void => {
    lock.symbols[text] = symbol
    lock.declarations[symbol] = record
  }
  return {
    lock,
    binder: {
      ...binder,
      symbol: (text, place) => note(binder.symbol(text, place), (bound) => noteSymbol(text, bound)),
      part: (bound, part, place) =>
        note(binder.part(bound, part, place), (record) => {
          lock.excerpts[excerptKey(bound.symbol, part)] = record
        }),
      anchor: (bound, fragment) =>
        note(binder.anchor(bound, fragment), (record) => {
          const anchors = (lock.anchors[bound.symbol] ??= {})
          anchors[fragmentKey(fragment)] = record
        }),
      flag: (name, place) =>
        note(binder.flag(name, place), (record) => {
          lock.flags[name] = record
        }),
      file: (path, place) =>
        note(binder.file(path, place), (file) => {
          if (!lock.files.includes(file)) lock.files = [...lock.files, file].sort()
        }),
      hop: (from, to, index, place) =>
        note(binder.hop(from, to, index, place), (record) => {
          lock.hops[to.symbol] = record
        }),
    },
  }
}
