import type { GoNode } from './go-node.ts'

/** How a local name got its type. */
export type LocalName =
  /** A parameter, receiver, named result or typed `var`. */
  | { readonly kind: 'typed'; readonly type: GoNode }
  /** From a value: `position` is the place among the results of a call that gives several, else 0. */
  | { readonly kind: 'valued'; readonly value: GoNode; readonly position: number }
  /** Local, but of a type that only more than syntax tells: `range`, a type switch, a channel, a local type or constant. */
  | { readonly kind: 'untold' }

/**
 * The local declaration that a use of a name refers to, by Go's scoping: the last one before it in the innermost block that
 * has one, then outwards to parameters and receiver of the enclosing functions. Undefined when the name is not local.
 */
export function localDeclaring(use: GoNode, root: GoNode): LocalName | undefined {
  const name = use.text
  for (let node: GoNode = use, up = use.parent; up !== null; node = up, up = up.parent) {
    const found = inScopeOf(up, node, name, use.startIndex)
    if (found !== undefined) return found
    if (up.startIndex === root.startIndex && up.endIndex === root.endIndex && up.type === root.type) return undefined
  }
  return undefined
}

/** Looks for `name` among what `scope` declares before its child `from`. */
function inScopeOf(scope: GoNode, from: GoNode, name: string, before: number): LocalName | undefined {
  switch (scope.type) {
    case 'function_declaration':
    case 'method_declaration':
    case 'func_literal':
      return fromSignature(scope, name)
    case 'if_statement':
    case 'expression_switch_statement':
    case 'type_switch_statement':
      return fromHead(scope, name, before)
    case 'for_statement': {
      for (const child of scope.namedChildren) {
        if (child.type === 'range_clause' && names(child.childForFieldName('left'), name)) return { kind: 'untold' }
        if (child.type === 'for_clause') {
          const initializer = child.childForFieldName('initializer')
          const found = initializer === null || initializer.endIndex > before ? undefined : fromStatement(initializer, name)
          if (found !== undefined) return found
        }
      }
      return undefined
    }
    case 'communication_case': {
      const receive = scope.childForFieldName('communication')
      return receive !== null && receive !== from && names(receive.childForFieldName('left'), name) ? { kind: 'untold' } : undefined
    }
    case 'block':
    case 'statement_list':
    case 'expression_case':
    case 'default_case':
    case 'type_case': {
      const earlier = scope.namedChildren.filter((child) => child.endIndex <= before).reverse()
      let latest: LocalName | undefined
      for (const statement of earlier) {
        const found = fromStatement(statement, name)
        if (found === undefined) continue
        latest = found
        // `a, b := f()` gives a new value, but no new type, to what the same block declares already.
        if (!reuses(statement)) return found
      }
      if (latest === undefined) return undefined
      const owner = scope.type === 'block' ? scope.parent : scope.parent?.type === 'block' ? scope.parent.parent : null
      const isBody = owner !== null && /^(function_declaration|method_declaration|func_literal)$/.test(owner.type)
      return (isBody ? fromSignature(owner, name) : undefined) ?? latest
    }
    default:
      return undefined
  }
}

function reuses(statement: GoNode): boolean {
  if (statement.type === 'statement_list') return statement.namedChildren.every(reuses)
  return statement.type === 'short_var_declaration' && (statement.childForFieldName('left')?.namedChildren.length ?? 0) > 1
}

function fromHead(scope: GoNode, name: string, before: number): LocalName | undefined {
  const alias = scope.type === 'type_switch_statement' ? scope.childForFieldName('alias') : null
  if (names(alias, name)) return { kind: 'untold' }
  const initializer = scope.childForFieldName('initializer')
  return initializer === null || initializer.endIndex > before ? undefined : fromStatement(initializer, name)
}

function fromSignature(scope: GoNode, name: string): LocalName | undefined {
  for (const part of ['receiver', 'parameters', 'result', 'type_parameters']) {
    const list = scope.childForFieldName(part)
    if (list === null || !/_list$/.test(list.type)) continue
    for (const parameter of list.namedChildren) {
      const declares = parameter.namedChildren.some((child) => child.type === 'identifier' && child.text === name)
      if (!declares) continue
      const type = parameter.childForFieldName('type')
      return type === null || parameter.type !== 'parameter_declaration' ? { kind: 'untold' } : { kind: 'typed', type }
    }
  }
  return undefined
}

function fromStatement(statement: GoNode, name: string): LocalName | undefined {
  switch (statement.type) {
    case 'statement_list': {
      for (const inner of [...statement.namedChildren].reverse()) {
        const found = fromStatement(inner, name)
        if (found !== undefined) return found
      }
      return undefined
    }
    case 'labeled_statement': {
      const inner = statement.namedChildren.at(-1)
      return inner === undefined ? undefined : fromStatement(inner, name)
    }
    case 'short_var_declaration':
      return fromLists(statement.childForFieldName('left')?.namedChildren ?? [], statement.childForFieldName('right'), name)
    case 'var_declaration': {
      for (const spec of statement.descendantsOfType('var_spec')) {
        const declared = spec.namedChildren.filter(({ type }) => type === 'identifier')
        if (!declared.some(({ text }) => text === name)) continue
        const type = spec.childForFieldName('type')
        return type === null ? fromLists(declared, spec.childForFieldName('value'), name) : { kind: 'typed', type }
      }
      return undefined
    }
    case 'const_declaration':
    case 'type_declaration': {
      const specs = statement.namedChildren.flatMap((spec) => spec.namedChildren)
      return specs.some(({ type, text }) => /identifier$/.test(type) && text === name) ? { kind: 'untold' } : undefined
    }
    default:
      return undefined
  }
}

function fromLists(left: readonly GoNode[], right: GoNode | null, name: string): LocalName | undefined {
  const position = left.findIndex(({ text }) => text === name)
  if (position === -1) return undefined
  const values = right?.namedChildren ?? []
  const own = values.length === left.length ? values[position] : values[0]
  if (own === undefined) return { kind: 'untold' }
  return { kind: 'valued', value: own, position: values.length === left.length ? 0 : position }
}

function names(list: GoNode | null, name: string): boolean {
  return list !== null && list.namedChildren.some((child) => child.type === 'identifier' && child.text === name)
}
