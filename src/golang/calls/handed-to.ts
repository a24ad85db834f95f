import type { GoNode } from '../go-node.ts'

/** Nodes between a value and whoever is given it that change nothing about which value it is. */
const TRANSPARENT = new Set(['literal_element', 'parenthesized_expression', 'expression_list', 'selector_expression', 'unary_expression'])

/**
 * Who is given a function value: the key of a composite literal (`RunE: run`), the field it is assigned to (`cmd.RunE = run`),
 * or the function it is an argument of (`Register(run)`), in this order; undefined when it goes anywhere else.
 */
export function handedTo(value: GoNode): string | undefined {
  let receiver: string | undefined
  let node = value
  for (let up = node.parent; up !== null; node = up, up = up.parent) {
    if (TRANSPARENT.has(up.type)) continue
    if (up.type === 'keyed_element') return keyOf(up, node) ?? receiver
    if (up.type === 'assignment_statement') return assignedField(up, value) ?? receiver
    if (up.type === 'argument_list' && up.parent?.type === 'call_expression') {
      receiver ??= lastName(up.parent.childForFieldName('function'))
      up = up.parent
      continue
    }
    return receiver
  }
  return receiver
}

/** What decides whether the nearest enclosing closure runs, from the inside out; undefined outside of closures. */
export function closureOwner(inside: GoNode, until: GoNode): string | undefined {
  for (let node = inside.parent; node !== null && node.startIndex >= until.startIndex; node = node.parent) {
    if (node.type !== 'func_literal') continue
    const owner = handedTo(node)
    if (owner !== undefined) return owner
  }
  return undefined
}

function keyOf(element: GoNode, from: GoNode): string | undefined {
  const [key, value] = element.namedChildren.filter(({ type }) => type !== 'comment')
  return key !== undefined && value !== undefined && value.startIndex === from.startIndex ? key.text : undefined
}

function assignedField(assignment: GoNode, value: GoNode): string | undefined {
  const right = assignment.childForFieldName('right')?.namedChildren ?? []
  const left = assignment.childForFieldName('left')?.namedChildren ?? []
  const at = right.findIndex(({ startIndex, endIndex }) => startIndex <= value.startIndex && value.endIndex <= endIndex)
  const target = at === -1 ? undefined : left[at]
  return target?.type === 'selector_expression' ? lastName(target) : undefined
}

function lastName(expression: GoNode | null): string | undefined {
  if (expression?.type === 'selector_expression') return expression.childForFieldName('field')?.text
  return expression?.type === 'identifier' ? expression.text : undefined
}
