import { nearest } from '../report/index.ts'
import { normalizeGo } from '../walkthrough/find-fragment.ts'
import type { Binding } from './binding.ts'
import { declarationOf, unresolved } from './classify-symbol.ts'
import type { Comparison } from './comparison.ts'
import { flagPlaces, matchFlag, type FlagPlace } from './match-flag.ts'
import { smallDiff } from './small-diff.ts'
import { verdict, type CodeSpot, type Verdict } from './verdict.ts'

/** What became of a flag, in prose or on a command line of the lab. */
export function classifyFlag(binding: Binding, { before, after }: Comparison): Verdict {
  const name = binding.text.replace(/^-+/, '')
  const [old, ...more] = flagPlaces(before, name)
  if (old === undefined || more.length > 0) return binding.use === 'step-flag' ? byNameAlone(binding, name, { before, after }) : unresolved(binding)
  const match = matchFlag(old, before, after)
  const told = { binding, before: placeOf(old) }
  switch (match.kind) {
    case 'gone':
      return verdict({
        ...told, status: 'gone', reason: `the other version has no flag --${name}`, needsPerson: true,
        candidates: match.others.map(({ flag, file, line, measure }) => ({ name: `--${flag}`, file, line, score: measure.score })),
      })
    case 'several':
      return verdict({ ...told, status: 'changed', reason: `now declared in ${match.places.length} places`, needsPerson: true, candidates: match.places.map(({ file, line }) => ({ name: `--${name}`, file, line, score: 1 })) })
    case 'renamed': {
      const rewrite = binding.use === 'flag' ? { text: binding.text.replace(name, match.place.flag), nth: undefined } : undefined
      return verdict({ ...told, status: 'renamed', after: placeOf(match.place), measure: match.measure, rewrite, reason: `now called --${match.place.flag}: it is declared like this one${rewrite === undefined ? '; a command is left for you to rewrite' : ''}`, needsPerson: rewrite === undefined })
    }
    case 'found': {
      const { place } = match
      const codeSame = normalizeGo(old.text) === normalizeGo(place.text)
      const found = { ...told, codeSame, after: placeOf(place) }
      // On a command line only the name counts.
      if (!codeSame && binding.use !== 'step-flag') return verdict({ ...found, status: 'changed', reason: 'its declaration is another', diff: smallDiff(old.text, place.text), needsPerson: true })
      if (old.file !== place.file) return verdict({ ...found, status: 'moved', reason: `now in ${place.file}`, needsPerson: false })
      return verdict({ ...found, status: 'same', reason: codeSame ? 'its declaration is the same' : 'it is still there', needsPerson: false })
    }
  }
}

/** A flag of a command line that several places declare, or none that authors can name: only whether it is there can be told. */
function byNameAlone(binding: Binding, name: string, { before, after }: Pick<Comparison, 'before' | 'after'>): Verdict {
  const [old] = flagPlaces(before, name, before.wide)
  const [now] = flagPlaces(after, name, after.wide)
  if (old === undefined) return unresolved(binding)
  if (now === undefined) return verdict({ binding, status: 'gone', before: placeOf(old), reason: `the other version has no flag --${name}`, needsPerson: true })
  return verdict({ binding, status: old.file === now.file ? 'same' : 'moved', before: placeOf(old), after: placeOf(now), reason: 'it is still there', needsPerson: false })
}

const placeOf = ({ file, line, endLine }: FlagPlace): CodeSpot => ({ symbol: undefined, kind: 'flag', file, lines: [line, endLine] })

/** What became of a file, a folder or a package. */
export function classifyPath(binding: Binding, { before, after }: Comparison): Verdict {
  const { kind, text } = binding
  const where = (side: typeof before): boolean => (kind === 'package' ? side.wide.filesOf(text).length > 0 || side.exists(folderOf(text, side) ?? '') : side.exists(text))
  const spot = { symbol: undefined, kind, file: text, lines: [1, 1] } as const
  if (where(after)) return verdict({ binding, status: 'same', before: spot, after: spot, reason: 'it is still there', needsPerson: false })
  const moved = kind === 'file' ? sameElsewhere(text, { before, after }) : undefined
  if (moved !== undefined) {
    return verdict({ binding, status: 'moved', codeSame: true, before: spot, after: { ...spot, file: moved }, rewrite: { text: moved, nth: undefined }, reason: `all of it is now in ${moved}`, needsPerson: false })
  }
  const known = kind === 'package' ? after.wide.packages() : kind === 'folder' ? after.index.tree.topLevel : [...after.wide.files.keys()]
  const name = text.slice(text.lastIndexOf('/') + 1)
  const alike = [...new Set([...known.filter((one) => one.endsWith(`/${name}`)), ...nearest(text, known)])].slice(0, 3)
  const candidates = alike.map((one) => ({ name: one, file: one, line: 1, score: 0 }))
  return verdict({ binding, status: 'gone', before: where(before) ? spot : undefined, reason: `the other version has no ${kind} ${text}`, candidates, needsPerson: true })
}

/** The one file that is new and holds what a file that is gone held, token by token. */
function sameElsewhere(file: string, { before, after }: Pick<Comparison, 'before' | 'after'>): string | undefined {
  if (!before.wide.files.has(file)) return undefined
  const wanted = normalizeGo(before.text(file))
  const [only, ...more] = [...after.wide.files.keys()].filter((other) => !before.exists(other) && normalizeGo(after.text(other)) === wanted)
  return more.length === 0 ? only : undefined
}

const folderOf = (importPath: string, side: Comparison['before']): string | undefined => side.wide.layout.folderOf(importPath)

/** What became of the call that leads from one stop of the path to another. */
export async function classifyHop(binding: Binding, comparison: Comparison): Promise<Verdict> {
  const { before, after, matchOf, leads } = comparison
  const from = declarationOf(before, binding.inside ?? '')
  const to = declarationOf(before, binding.text)
  const [old] = from === undefined || to === undefined ? [] : await leads(before, from, to)
  if (from === undefined || to === undefined || old === undefined) return unresolved(binding)
  const spot = (lead: typeof old): CodeSpot => ({ symbol: undefined, kind: lead.how, file: lead.file, lines: [lead.line, lead.line] })
  const told = { binding, before: spot(old) }
  const [fromNow, toNow] = [matchOf(from), matchOf(to)]
  if (fromNow.kind === 'gone' || toNow.kind === 'gone') {
    return verdict({ ...told, status: 'gone', reason: `${fromNow.kind === 'gone' ? (binding.inside ?? '') : binding.text} is gone`, needsPerson: true })
  }
  const [now] = await leads(after, fromNow.declaration, toNow.declaration)
  if (now === undefined) {
    return verdict({ ...told, status: 'gone', reason: `nothing in ${fromNow.declaration.symbol} calls ${toNow.declaration.symbol} or hands it over`, needsPerson: true })
  }
  const how = (lead: typeof old): string => [lead.how, lead.status, lead.through ?? '', (lead.via ?? '').replace(/^.*\./, '')].join(' ')
  if (how(old) !== how(now)) return verdict({ ...told, after: spot(now), status: 'changed', reason: `it was ${how(old).trim()}, it is ${how(now).trim()}`, needsPerson: true })
  const moved = old.file !== now.file
  return verdict({ ...told, after: spot(now), status: moved ? 'moved' : 'same', reason: moved ? `now in ${now.file}` : 'it leads there in the same way', needsPerson: false })
}
