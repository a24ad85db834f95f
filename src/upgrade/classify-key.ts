import { nearest } from '../report/index.ts'
import { normalizeGo } from '../walkthrough/find-fragment.ts'
import { keyedElements, elementKeys, lineAt } from '../walkthrough/structure.ts'
import { tokenize } from '../walkthrough/tokenize.ts'
import type { GoNode } from '../golang/index.ts'
import type { Binding } from './binding.ts'
import { pieceSpot } from './classify-fragment.ts'
import { declarationOf, nameOf, unresolved } from './classify-symbol.ts'
import type { Comparison } from './comparison.ts'
import { declarationsCalled } from './declared-renames.ts'
import { MENTIONED } from './similarity.ts'
import { smallDiff } from './small-diff.ts'
import { verdict, type Verdict } from './verdict.ts'

/** What became of a key of a composite literal whose value an excerpt shows. */
export function classifyKey(binding: Binding, comparison: Comparison): Verdict {
  const { before, after } = comparison
  const old = declarationOf(before, binding.inside ?? '')
  const [element] = old === undefined ? [] : keyedElements(before.code(old).node, binding.text)
  if (old === undefined || element === undefined) return unresolved(binding)
  const told = { binding, before: pieceSpot(before, old, { startOffset: element.startIndex, endOffset: element.endIndex }) }
  const owner = comparison.matchOf(old)
  if (owner.kind === 'gone') return verdict({ ...told, status: 'gone', reason: `${binding.inside ?? ''}, which holds it, is gone`, needsPerson: true })
  const { declaration } = owner
  const { node } = after.code(declaration)
  const [now, ...more] = keyedElements(node, binding.text)
  const successor = now === undefined ? renamedKey(element, before.code(old).node, node, comparison) : undefined
  if (successor !== undefined) {
    const after = pieceSpot(comparison.after, declaration, { startOffset: successor.element.startIndex, endOffset: successor.element.endIndex })
    return verdict({ ...told, after, status: 'renamed', codeSame: true, rewrite: { text: successor.key, nth: undefined }, reason: `now called ${successor.key}: it has the same value`, needsPerson: false })
  }
  if (now === undefined || more.length > 0) {
    const candidates = nearest(binding.text, elementKeys(node)).slice(0, 3)
    const places = candidates.map((name) => ({ name, file: declaration.file, line: lineAt(after.root(declaration.file).text, keyedElements(node, name)[0]?.startIndex ?? 0), score: MENTIONED }))
    const reason = now === undefined ? `no composite literal in ${nameOf(after, declaration)} has this key` : 'several composite literals have this key now'
    return verdict({ ...told, status: now === undefined ? 'gone' : 'changed', reason, candidates: places, needsPerson: true })
  }
  const codeSame = normalizeGo(element.text) === normalizeGo(now.text)
  const moved = old.file !== declaration.file
  const found = { ...told, codeSame, after: pieceSpot(after, declaration, { startOffset: now.startIndex, endOffset: now.endIndex }) }
  if (!codeSame) return verdict({ ...found, status: 'changed', reason: 'its value is another', diff: smallDiff(element.text, now.text), needsPerson: true })
  return verdict({ ...found, status: moved ? 'moved' : 'same', reason: moved ? `now in ${declaration.file}` : 'its code is the same', needsPerson: false })
}

/** A value of at least this many tokens is one of its kind; shorter ones, such as `true`, stand under many keys. */
const TELLING = 8

/**
 * The key that a value goes by now: proven where exactly one key that is new holds the same value, token by token, and the value
 * is long enough to be known again or the field itself was renamed like this.
 */
function renamedKey(element: GoNode, before: GoNode, after: GoNode, { before: side, matchOf }: Comparison): { key: string; element: GoNode } | undefined {
  const value = valueOf(element)
  const known = new Set(elementKeys(before))
  const holding = elementKeys(after).flatMap((key) => (known.has(key) ? [] : keyedElements(after, key).filter((one) => valueOf(one) === value).map((one) => ({ key, element: one }))))
  const [only, ...more] = holding
  if (only === undefined || more.length > 0) return undefined
  if (tokenize(value).length >= TELLING) return only
  const name = element.namedChildren[0]?.text ?? ''
  const renamed = declarationsCalled(side, name).flatMap((old) => (old.kind === 'field' ? [matchOf(old)] : [])).filter((match) => match.kind === 'successor')
  return renamed.length === 1 && renamed[0]?.declaration.name === only.key ? only : undefined
}

const valueOf = (element: GoNode): string => normalizeGo(element.namedChildren.at(-1)?.text ?? '')
