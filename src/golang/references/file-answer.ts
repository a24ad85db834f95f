import type { Diagnostic } from '../../report/index.ts'
import type { Reference, Target, TargetKind } from '../resolve/index.ts'
import type { Role } from './read-roles.ts'

/** Everything that is told about one file. */
export interface FileAnswer {
  readonly references: readonly Reference[]
  readonly roles: readonly Role[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Counts up whenever answers are written in another way, or the resolver learns to answer better. */
export const ANSWERS_VERSION = 6

/** About a file that is not there. */
export const NO_ANSWER: FileAnswer = { references: [], roles: [], diagnostics: [] }

const STATUSES = ['resolved', 'candidate', 'unknown', 'builtin'] as const
const KINDS: readonly TargetKind[] = ['package', 'type', 'typeparam', 'func', 'method', 'field', 'const', 'var', 'local', 'param', 'label', 'unknown']
const NONE = -1
const TARGET_NUMBERS = 7
const REFERENCE_NUMBERS = 6
const ROLE_NUMBERS = 5

interface Written {
  readonly texts: readonly string[]
  /** Seven numbers for each: kind, import path, symbol (among the texts when it has no import path), file, line, column, file of the library. */
  readonly targets: readonly number[]
  /** Six numbers for each: line, column, end column, name, status, target. */
  readonly references: readonly number[]
  readonly candidates: readonly (readonly [number, readonly string[]])[]
  /** Five numbers for each: reference, inside (a symbol), called, through, put into. */
  readonly roles: readonly number[]
}

/** What can be told of an answer at little cost. */
export interface AnswerHead {
  /** Of what can be named from elsewhere, and of the declarations in the file. */
  readonly symbols: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Each text once, by number. */
function numbered(): { readonly all: string[]; at(text: string | null | undefined): number } {
  const all: string[] = []
  const known = new Map<string, number>()
  return {
    all,
    at(text) {
      if (text === undefined || text === null) return NONE
      let index = known.get(text)
      if (index === undefined) known.set(text, (index = all.push(text) - 1))
      return index
    },
  }
}

/** Writes an answer as two lines: its head, and everything else, mostly as numbers. */
export function encodeAnswer({ references, roles, diagnostics }: FileAnswer): string {
  const symbols = numbered()
  const texts = numbered()
  const targets: number[] = []
  const targetAt = new Map<Target, number>()
  const targetOf = (target: Target | null): number => {
    if (target === null) return NONE
    let index = targetAt.get(target)
    if (index === undefined) {
      targetAt.set(target, (index = targetAt.size))
      const { kind, importPath, symbol, file, line, column, library } = target
      const named = importPath === null ? texts : symbols
      targets.push(KINDS.indexOf(kind), texts.at(importPath), named.at(symbol), texts.at(file), line ?? NONE, column ?? NONE, texts.at(library))
    }
    return index
  }
  const candidates: [number, readonly string[]][] = []
  const written: number[] = []
  for (const [index, reference] of references.entries()) {
    const { line, column, endColumn, name, status, target } = reference
    written.push(line, column, endColumn, texts.at(name), STATUSES.indexOf(status), targetOf(target))
    if (reference.candidates.length > 0) candidates.push([index, reference.candidates])
  }
  let place = 0
  /** Roles follow the references, but for groups of variables. */
  const placeOf = (reference: Reference): number => {
    if (references[place] !== reference) place = references.indexOf(reference)
    return place++
  }
  const does: number[] = []
  for (const { reference, inside, called, through, putInto } of roles) {
    does.push(placeOf(reference), symbols.at(inside), called ? 1 : 0, texts.at(through), texts.at(putInto))
  }
  const all: Written = { texts: texts.all, targets, references: written, candidates, roles: does }
  return `${JSON.stringify({ symbols: symbols.all, diagnostics } satisfies AnswerHead)}\n${JSON.stringify(all)}`
}

/** Reads the head of what `encodeAnswer` wrote. */
export function decodeHead(text: string): AnswerHead {
  return JSON.parse(text.slice(0, text.indexOf('\n'))) as AnswerHead
}

/** Reads what `encodeAnswer` wrote. */
export function decodeAnswer(text: string): FileAnswer {
  const { symbols, diagnostics } = decodeHead(text)
  const { texts, targets: rows, references: numbers, candidates, roles: does } = JSON.parse(text.slice(text.indexOf('\n') + 1)) as Written
  const numberOf = (value: number): number | null => (value === NONE ? null : value)
  const targets: Target[] = []
  for (let at = 0; at < rows.length; at += TARGET_NUMBERS) {
    const importPath = texts[rows[at + 1]!] ?? null
    const symbol = (importPath === null ? texts : symbols)[rows[at + 2]!]!
    const file = texts[rows[at + 3]!] ?? null
    const library = texts[rows[at + 6]!] ?? null
    targets.push({ kind: KINDS[rows[at]!]!, importPath, symbol, file, line: numberOf(rows[at + 4]!), column: numberOf(rows[at + 5]!), library })
  }
  const candidatesOf = new Map(candidates)
  const references: Reference[] = []
  for (let at = 0; at < numbers.length; at += REFERENCE_NUMBERS) {
    references.push({
      line: numbers[at]!,
      column: numbers[at + 1]!,
      endColumn: numbers[at + 2]!,
      name: texts[numbers[at + 3]!]!,
      status: STATUSES[numbers[at + 4]!]!,
      target: targets[numbers[at + 5]!] ?? null,
      candidates: candidatesOf.get(at / REFERENCE_NUMBERS) ?? [],
    })
  }
  const roles: Role[] = []
  for (let at = 0; at < does.length; at += ROLE_NUMBERS) {
    roles.push({
      reference: references[does[at]!]!,
      inside: symbols[does[at + 1]!],
      called: does[at + 2] === 1,
      through: texts[does[at + 3]!],
      putInto: texts[does[at + 4]!],
    })
  }
  return { references, roles, diagnostics }
}
