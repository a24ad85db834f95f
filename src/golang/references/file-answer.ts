import type { Diagnostic } from '../../report/index.ts'
import type { Reference, Target } from '../resolve/index.ts'
import type { Role } from './read-roles.ts'

/** Everything that is told about one file. */
export interface FileAnswer {
  readonly references: readonly Reference[]
  readonly roles: readonly Role[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Counts up whenever answers are written in another way, or the resolver learns to answer better. */
export const ANSWERS_VERSION = 2

/** About a file that is not there. */
export const NO_ANSWER: FileAnswer = { references: [], roles: [], diagnostics: [] }

const STATUSES = ['resolved', 'candidate', 'unknown', 'builtin'] as const
const NONE = -1
const REFERENCE_NUMBERS = 6
const ROLE_NUMBERS = 5

interface Written {
  readonly strings: string[]
  readonly targets: Target[]
  /** Six numbers for each: line, column, end column, name, status, target. */
  readonly references: number[]
  readonly candidates: [number, readonly string[]][]
  /** Five numbers for each: reference, inside, called, through, put into. */
  readonly roles: number[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes an answer as text: what occurs often once, everything else as numbers. */
export function encodeAnswer({ references, roles, diagnostics }: FileAnswer): string {
  const strings: string[] = []
  const stringAt = new Map<string, number>()
  const at = (text: string | undefined): number => {
    if (text === undefined) return NONE
    let index = stringAt.get(text)
    if (index === undefined) stringAt.set(text, (index = strings.push(text) - 1))
    return index
  }
  const targets: Target[] = []
  const targetAt = new Map<string, number>()
  const targetOf = (target: Target | null): number => {
    if (target === null) return NONE
    const key = `${target.symbol} ${target.file ?? target.library ?? ''} ${target.line ?? ''} ${target.column ?? ''}`
    let index = targetAt.get(key)
    if (index === undefined) targetAt.set(key, (index = targets.push(target) - 1))
    return index
  }
  const candidates: [number, readonly string[]][] = []
  const written: number[] = []
  const places = new Map<Reference, number>()
  for (const [index, reference] of references.entries()) {
    const { line, column, endColumn, name, status, target } = reference
    written.push(line, column, endColumn, at(name), STATUSES.indexOf(status), targetOf(target))
    if (reference.candidates.length > 0) candidates.push([index, reference.candidates])
    places.set(reference, index)
  }
  const does = roles.flatMap(({ reference, inside, called, through, putInto }) => [places.get(reference) ?? NONE, at(inside), called ? 1 : 0, at(through), at(putInto)])
  const all: Written = { strings, targets, references: written, candidates, roles: does, diagnostics }
  return JSON.stringify(all)
}

/** Reads what `encodeAnswer` wrote. */
export function decodeAnswer(text: string): FileAnswer {
  const { strings, targets, references: numbers, candidates, roles: does, diagnostics } = JSON.parse(text) as Written
  const candidatesOf = new Map(candidates)
  const references: Reference[] = []
  for (let at = 0; at < numbers.length; at += REFERENCE_NUMBERS) {
    references.push({
      line: numbers[at]!,
      column: numbers[at + 1]!,
      endColumn: numbers[at + 2]!,
      name: strings[numbers[at + 3]!]!,
      status: STATUSES[numbers[at + 4]!]!,
      target: targets[numbers[at + 5]!] ?? null,
      candidates: candidatesOf.get(at / REFERENCE_NUMBERS) ?? [],
    })
  }
  const roles: Role[] = []
  for (let at = 0; at < does.length; at += ROLE_NUMBERS) {
    roles.push({
      reference: references[does[at]!]!,
      inside: strings[does[at + 1]!],
      called: does[at + 2] === 1,
      through: strings[does[at + 3]!],
      putInto: strings[does[at + 4]!],
    })
  }
  return { references, roles, diagnostics }
}
