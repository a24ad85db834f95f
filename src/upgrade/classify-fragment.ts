import type { Declaration } from '../golang/index.ts'
import { linesOf, type OffsetRange } from '../walkthrough/structure.ts'
import { findFragment, normalizeGo } from '../walkthrough/find-fragment.ts'
import { tokenize } from '../walkthrough/tokenize.ts'
import type { Binding } from './binding.ts'
import { declarationOf, nameOf, unresolved } from './classify-symbol.ts'
import type { Comparison } from './comparison.ts'
import { renamedFragment } from './declared-renames.ts'
import type { Successor } from './match-declaration.ts'
import { likeUnits, matchFragment, placesOf, type FragmentMatch, type LikeUnit, type Unit } from './match-fragment.ts'
import { MENTIONED } from './similarity.ts'
import { smallDiff } from './small-diff.ts'
import { textOn, type Side } from './side.ts'
import { verdict, type Candidate, type CodeSpot, type Verdict } from './verdict.ts'

/** What became of a piece of code that a note, `from` or `to` holds on to. */
export function classifyFragment(binding: Binding, comparison: Comparison): Verdict {
  const { before, after } = comparison
  const old = declarationOf(before, binding.inside ?? '')
  const unit = old && placesOf(before.code(old), binding.text)[(binding.nth ?? 1) - 1]
  if (old === undefined || unit === undefined) return unresolved(binding)
  const told = { binding, before: pieceSpot(before, old, unit.range) }
  const owner = comparison.matchOf(old)
  const fragment = { text: binding.text, unit }
  /** The same in what may have taken over a part of its owner. */
  const likelyIn = (others: readonly Successor[]): Candidate[] =>
    others.flatMap(({ declaration, name }) => likeUnits(unit, before.code(old), after.code(declaration)).map((like) => ({ ...unitCandidate(like, declaration), name: `${name}: ${like.name}` })))
  if (owner.kind === 'gone') return elsewhere(told, fragment, undefined, likelyIn(owner.others), `${binding.inside ?? ''}, which holds it, is gone`, comparison)
  const { declaration } = owner
  const match = matchFragment(fragment, binding.nth, before.code(old), after.code(declaration))
  const found = (unitNow: Unit): Pick<Verdict, 'after'> => ({ after: pieceSpot(after, declaration, unitNow.range) })
  const apart = old.file === declaration.file ? undefined : `now in ${declaration.file}`
  const renamed = match.kind === 'found' || match.kind === 'several' ? undefined : renamedFragment(fragment, before.code(old), after.code(declaration), comparison)
  if (renamed !== undefined) {
    const names = renamed.names.map((pair) => pair.join(' is now ')).join(', ')
    return verdict({ ...told, ...found(renamed.unit), status: 'renamed', codeSame: true, rewrite: { text: renamed.text, nth: undefined }, reason: `the same code with new names: ${names}`, needsPerson: false })
  }
  switch (match.kind) {
    case 'found': {
      // A number that is written already is somebody's choice; where there was none, one is added.
      const renumbered = match.nth !== undefined && binding.nth !== undefined
      const rewrite = match.nth === undefined || renumbered ? undefined : { text: binding.text, nth: match.nth }
      const common = { ...told, ...found(match.unit), rewrite, codeSame: match.codeSame }
      if (!match.codeSame) return verdict({ ...common, status: 'changed', reason: 'the code around it is another', diff: smallDiff(unit.text, match.unit.text), needsPerson: true })
      return verdict({ ...common, status: apart === undefined ? 'same' : 'moved', reason: apart ?? (match.nth === undefined ? 'its code is the same' : `its code is the same, and stands there as number ${match.nth}`), needsPerson: renumbered })
    }
    case 'several':
      return verdict({ ...told, status: 'changed', reason: `now stands there ${match.lines.length} times (lines ${match.lines.join(', ')}): add nth, or take in more code`, codeSame: false, needsPerson: true })
    case 'successor':
      return successor(told, match, unit, found(match.unit))
    case 'gone':
      return elsewhere(told, fragment, declaration, [...match.others.map((other) => unitCandidate(other, declaration)), ...likelyIn(owner.kind === 'successor' ? owner.others : [])], `${nameOf(after, declaration)} has no such code`, comparison)
  }
}

const unitCandidate = ({ name, line, measure }: LikeUnit, { file }: Declaration): Candidate => ({ name, file, line, score: measure.score })

type Told = Pick<Verdict, 'binding' | 'before'>

function successor(told: Told, match: Extract<FragmentMatch, { kind: 'successor' }>, unit: Unit, found: Pick<Verdict, 'after'>): Verdict {
  const { name, measure } = match.unit
  const rewrite = { text: name, nth: undefined }
  if (match.codeSame) return verdict({ ...told, ...found, status: 'renamed', codeSame: true, measure, rewrite, reason: 'only what receiver or parameters are called is another', needsPerson: false })
  return verdict({ ...told, ...found, status: 'changed', codeSame: false, measure, rewrite, reason: `its place was taken by code that is ${Math.round(measure.score * 100)} % alike`, diff: smallDiff(unit.text, match.unit.text), needsPerson: true })
}

/** Code that left its declaration: where the very same tokens stand now, if in one place; or else what is likeliest. */
function elsewhere(told: Told, fragment: { text: string; unit: Unit }, owner: Declaration | undefined, candidates: readonly Candidate[], reason: string, { after }: Comparison): Verdict {
  const wanted = normalizeGo(fragment.unit.text)
  const places: { declaration: Declaration; unit: Unit }[] = []
  const likely: Candidate[] = []
  const [longest = ''] = tokenize(fragment.text).map(({ text }) => text).sort((a, b) => b.length - a.length)
  for (const declaration of after.wide.declarations()) {
    if (declaration === owner || (declaration.kind !== 'func' && declaration.kind !== 'method')) continue
    const text = textOn(after, declaration)
    // Most can be passed over without reading their tokens.
    if (!text.includes(longest) || findFragment(text, fragment.text).length === 0) continue
    for (const unit of placesOf(after.code(declaration), fragment.text)) {
      if (normalizeGo(unit.text) === wanted) places.push({ declaration, unit })
      else likely.push({ name: `${nameOf(after, declaration)}: ${fragment.text}`, file: declaration.file, line: unit.line, score: MENTIONED })
    }
  }
  const [only, ...more] = places
  if (only !== undefined && more.length === 0) {
    const name = nameOf(after, only.declaration)
    return verdict({ ...told, status: 'moved', codeSame: true, after: pieceSpot(after, only.declaration, only.unit.range), reason: `the same code now stands in ${name}, which this excerpt does not show`, needsPerson: true })
  }
  const there = places.map(({ declaration, unit }) => ({ name: nameOf(after, declaration), file: declaration.file, line: unit.line, score: 1 }))
  const all = [...there, ...candidates, ...likely].sort((a, b) => b.score - a.score).slice(0, 3)
  return verdict({ ...told, status: 'gone', reason, candidates: all, needsPerson: true })
}

/** Where a piece of a declaration stands. */
export function pieceSpot(side: Side, { symbol, kind, file }: Declaration, range: OffsetRange): CodeSpot {
  return { symbol, kind, file, lines: linesOf(side.root(file).text, range) }
}
