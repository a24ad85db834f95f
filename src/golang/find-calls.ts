import type { Declaration } from './declaration.ts'
import type { GoIndex } from './go-index.ts'
import type { GoNode } from './go-node.ts'
import { callScope, type CallScope } from './call-scope.ts'

/** A call of one declaration inside another. Lines and columns are one-based, columns in UTF-16 code units. */
export interface CallSite {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  /** One past the last character. */
  readonly endColumn: number
  /** `resolved`: the syntax proves which declaration is called. `candidate`: only its name fits. */
  readonly status: 'resolved' | 'candidate'
  /** Key of the composite literal whose value is the closure the call stands in, e.g. `RunE`; the innermost one. */
  readonly through: string | undefined
}

/**
 * Calls of `callee` in the body of `caller`, in order of the text.
 *
 * A call counts as resolved when its package qualifier, or the declared type of what it is called on, leads to `callee`;
 * when the type of the operand is not known, a call by the same name is a candidate. Calls that provably go elsewhere are
 * left out. Types are followed through parameters, receivers, `var`, `:=` of literals, conversions and calls with declared
 * results, fields, and embedding, as far as the index holds the packages.
 */
export async function findCalls(index: GoIndex, caller: Declaration, callee: Declaration): Promise<CallSite[]> {
  const { tree } = await index.parse(caller.file)
  try {
    const node = declarationNode(tree.rootNode, caller)
    if (node === undefined) return []
    const scope = callScope(index, caller, node)
    const sites: CallSite[] = []
    for (const call of node.descendantsOfType('call_expression')) {
      const called = call.childForFieldName('function')
      if (called === null) continue
      const status = matches(called, callee, scope)
      if (status !== undefined) sites.push(siteOf(call, caller.file, status))
    }
    return sites
  } finally {
    tree.delete()
  }
}

function declarationNode(root: GoNode, { startOffset, endOffset }: Declaration): GoNode | undefined {
  const types = ['function_declaration', 'method_declaration', 'var_declaration', 'var_spec']
  return root.descendantsOfType(types).find((node) => node.startIndex === startOffset && node.endIndex >= endOffset)
}

function matches(called: GoNode, callee: Declaration, scope: CallScope): CallSite['status'] | undefined {
  const target = called.type === 'type_instantiation_expression' || called.type === 'index_expression' ? called.namedChildren[0] : called
  if (target === undefined) return undefined
  const name = target.type === 'selector_expression' ? target.childForFieldName('field')?.text : target.text
  if (name !== callee.name) return undefined
  const found = scope.declarationOf(target)
  if (found.kind === 'elsewhere') return undefined
  if (found.kind === 'unknown') return target.type === 'selector_expression' && callee.owner !== undefined ? 'candidate' : undefined
  return found.declaration.symbol === callee.symbol ? 'resolved' : undefined
}

function siteOf(call: GoNode, file: string, status: CallSite['status']): CallSite {
  const { startPosition: start, endPosition: end } = call
  return {
    file,
    line: start.row + 1,
    column: start.column + 1,
    endLine: end.row + 1,
    endColumn: end.column + 1,
    status,
    through: closureKey(call),
  }
}

/** The key under which the nearest enclosing closure stands in a composite literal; undefined outside of such a closure. */
function closureKey(call: GoNode): string | undefined {
  for (let node = call.parent; node !== null; node = node.parent) {
    if (node.type !== 'func_literal') continue
    let holder = node.parent
    while (holder?.type === 'literal_element' || holder?.type === 'parenthesized_expression') holder = holder.parent
    if (holder?.type === 'keyed_element') return holder.childForFieldName('key')?.text ?? holder.namedChildren[0]?.text
  }
  return undefined
}
