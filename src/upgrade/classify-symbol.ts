import { resolveSymbol, shortSymbol, type Declaration } from '../golang/index.ts'
import { resolvePart } from '../walkthrough/resolve-part.ts'
import { headEnd } from '../walkthrough/structure.ts'
import { normalizeGo } from '../walkthrough/find-fragment.ts'
import type { Binding } from './binding.ts'
import type { Comparison } from './comparison.ts'
import type { DeclarationMatch, Successor } from './match-declaration.ts'
import { smallDiff } from './small-diff.ts'
import { textOn, type Side } from './side.ts'
import { verdict, type Candidate, type CodeSpot, type Verdict } from './verdict.ts'

/** What is compared of a declaration: the code that an excerpt shows, or the head, which is what a name in prose stands for. */
interface Compared {
  readonly what: string
  readonly before: string
  readonly after: string
}

/** What became of a declaration that a chapter or the config names. */
export function classifySymbol(binding: Binding, { before, after, matchOf }: Comparison): Verdict {
  const old = declarationOf(before, binding.text)
  if (old === undefined) return unresolved(binding)
  const match = matchOf(old)
  const told = { binding, before: spotOf(old) }
  if (match.kind === 'gone') {
    const reason = `the other version declares no ${binding.text}`
    return verdict({ ...told, status: 'gone', reason, candidates: match.others.map(candidateOf), needsPerson: true })
  }
  const { declaration } = match
  const compared = comparedOf(binding, old, declaration, before, after)
  const codeSame = match.codeSame || normalizeGo(compared.before) === normalizeGo(compared.after)
  const diff = codeSame ? [] : smallDiff(compared.before, compared.after)
  const found = { ...told, codeSame, diff, after: spotOf(declaration) }
  if (match.kind === 'kept') {
    if (!codeSame) return verdict({ ...found, status: 'changed', reason: `${compared.what} is another`, needsPerson: true })
    const moved = old.file !== declaration.file
    return verdict({ ...found, status: moved ? 'moved' : 'same', reason: moved ? `now in ${declaration.file}` : 'nothing that it stands for changed', needsPerson: false })
  }
  return successor(binding, found, match, codeSame, after)
}

type Found = Pick<Verdict, 'binding' | 'before' | 'after' | 'diff' | 'codeSame'>

function successor(binding: Binding, found: Found, match: Extract<DeclarationMatch, { kind: 'successor' }>, codeSame: boolean, after: Side): Verdict {
  const { declaration, measure, how, others } = match
  const name = nameOf(after, declaration)
  const moved = match.codeSame && declaration.name === lastName(binding.text) && declaration.owner === undefined
  const reach = resolveSymbol(after.index, after.aliases, name)
  const writable = reach.kind === 'found' && reach.declaration.symbol === declaration.symbol
  const outside = writable ? '' : `; ${declaration.importPath} is not among the packages of the walkthrough`
  return verdict({
    ...found,
    status: moved ? 'moved' : 'renamed',
    reason: `${moved ? 'now' : 'now called'} ${name}: ${how}${outside}`,
    measure,
    rewrite: writable ? { text: binding.text.includes('/') ? declaration.symbol : name, nth: undefined } : undefined,
    candidates: others.map(candidateOf),
    needsPerson: !codeSame || !writable,
  })
}

function comparedOf(binding: Binding, old: Declaration, now: Declaration, before: Side, after: Side): Compared {
  if (binding.use !== 'excerpt') return { what: 'its head', before: headOn(before, old), after: headOn(after, now) }
  const whole: Compared = { what: 'its code', before: textOn(before, old), after: textOn(after, now) }
  const { part } = binding
  if (part === undefined || part.kind === 'whole') return whole
  const [a, b] = ([[before, old], [after, now]] as const).map(([side, declaration]) => {
    const shown = resolvePart(side.code(declaration), part, binding.place, declaration.symbol)
    return shown.kind === 'found' ? linesOn(side, declaration, shown.value.shown.slice(2)) : undefined
  })
  // A part that cannot be chosen any more is told where it is written: here the whole declaration counts.
  return a === undefined || b === undefined ? whole : { what: 'the code of its part', before: a, after: b }
}

/** The head of a declaration: all of it where it has no body. */
export function headOn(side: Side, declaration: Declaration): string {
  const { text, node } = side.code(declaration)
  return text.slice(declaration.startOffset, Math.min(headEnd(node), declaration.endOffset))
}

function linesOn(side: Side, { file }: Declaration, ranges: readonly (readonly [number, number])[]): string {
  const lines = side.root(file).text.split(/\r?\n/)
  return ranges.map(([first, last]) => lines.slice(first - 1, last).join('\n')).join('\n')
}

/** What a symbol names on a side; undefined where it names nothing, or more than one thing. */
export function declarationOf(side: Side, text: string): Declaration | undefined {
  const resolved = resolveSymbol(side.index, side.aliases, text)
  return resolved.kind === 'found' ? resolved.declaration : undefined
}

/** A declaration as one would write it. */
export const nameOf = (side: Side, declaration: Declaration): string => shortSymbol(side.wide, side.aliases, declaration)

/** Where a declaration stands. */
export const spotOf = ({ symbol, kind, file, startLine, endLine }: Declaration): CodeSpot => ({ symbol, kind, file, lines: [startLine, endLine] })

/** A likely successor as it is told. */
export const candidateOf = ({ declaration: { file, startLine }, name, measure: { score } }: Successor): Candidate => ({ name, file, line: startLine, score })

/** For what is wrong before anything is compared. */
export const unresolved = (binding: Binding): Verdict =>
  verdict({ binding, status: 'gone', reason: 'the older version does not have it either: npm run check says more', needsPerson: true })

const lastName = (text: string): string => text.slice(text.lastIndexOf('.') + 1)
