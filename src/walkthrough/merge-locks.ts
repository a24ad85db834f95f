import type { Lock } from './lock.ts'

/** What two sides of a merge come to, and what they disagree on, as a person would name it. */
export interface MergedLock {
  readonly lock: Lock
  readonly disputed: readonly string[]
}

/**
 * Both sides of the text of a file with conflict marks, as git writes them (with or without the common ancestor in between);
 * undefined when the marks are not in order.
 */
export function conflictSides(text: string): { readonly ours: string; readonly theirs: string } | undefined {
  const ours: string[] = []
  const theirs: string[] = []
  let where: 'both' | 'ours' | 'base' | 'theirs' = 'both'
  for (const line of text.split(/\r?\n/)) {
    const mark = /^(<{7}|\|{7}|={7}|>{7})(?: |$)/.exec(line)?.[1]?.[0]
    if (mark === undefined) {
      if (where === 'both' || where === 'ours') ours.push(line)
      if (where === 'both' || where === 'theirs') theirs.push(line)
    } else if (mark === '<' && where === 'both') where = 'ours'
    else if (mark === '|' && where === 'ours') where = 'base'
    else if (mark === '=' && (where === 'ours' || where === 'base')) where = 'theirs'
    else if (mark === '>' && where === 'theirs') where = 'both'
    else return undefined
  }
  return where === 'both' ? { ours: ours.join('\n'), theirs: theirs.join('\n') } : undefined
}

/**
 * Puts two locks together, entry by entry. What both have alike or only one has is kept: somebody has looked at it. What they
 * have differently is left out, so that it counts as not accepted yet.
 */
export function mergeLocks(ours: Lock, theirs: Lock): MergedLock {
  const disputed: string[] = []
  const merge = <T>(what: string, a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): Record<string, T> => {
    const merged: Record<string, T> = {}
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [mine, other] = [a[key], b[key]]
      const value = mine ?? other
      if (value !== undefined && (mine === undefined || other === undefined || JSON.stringify(mine) === JSON.stringify(other))) merged[key] = value
      else disputed.push(`${what} ${key}`)
    }
    return merged
  }
  const anchors: Record<string, Lock['anchors'][string]> = {}
  for (const symbol of new Set([...Object.keys(ours.anchors), ...Object.keys(theirs.anchors)])) {
    anchors[symbol] = merge(`note in ${symbol} at`, ours.anchors[symbol] ?? {}, theirs.anchors[symbol] ?? {})
  }
  const lock: Lock = {
    format: 1,
    source: ours.source,
    topLevel: union(ours.topLevel, theirs.topLevel),
    declarations: merge('declaration', ours.declarations, theirs.declarations),
    symbols: merge('symbol', ours.symbols, theirs.symbols),
    excerpts: merge('excerpt', ours.excerpts, theirs.excerpts),
    anchors,
    flags: merge('flag', ours.flags, theirs.flags),
    files: union(ours.files, theirs.files),
    hops: merge('call to', ours.hops, theirs.hops),
  }
  return { lock, disputed }
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])].sort()
