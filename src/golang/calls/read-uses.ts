import type { Declaration } from '../declaration.ts'
import type { GoIndex } from '../go-index.ts'
import type { GoNode } from '../go-node.ts'
import type { Resolver } from '../resolve/index.ts'
import type { Reference } from '../resolve/reference.ts'
import { closureOwner, handedTo } from './handed-to.ts'

/** An identifier in the body of a function, called or used as a value, and what it means. */
export interface Use {
  readonly reference: Reference
  readonly how: 'call' | 'value'
  /** Stands behind a dot on a value: a method or a field, no name of a package. */
  readonly selected: boolean
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly through: string | undefined
}

const DECLARATIONS = ['function_declaration', 'method_declaration', 'var_declaration', 'var_spec']

/** Everything that is called in a declaration, and every other name in it, in order of the text. */
export async function readUses(index: GoIndex, resolver: Resolver, declaration: Declaration): Promise<Use[]> {
  const { file, startOffset, endOffset } = declaration
  const references = new Map<string, Reference>()
  for (const reference of await resolver.references(file, declaration)) references.set(`${reference.line}:${reference.column}`, reference)
  const { tree } = await index.parse(file)
  try {
    const root = tree.rootNode.descendantsOfType(DECLARATIONS).find((node) => node.startIndex === startOffset && node.endIndex >= endOffset)
    if (root === undefined) return []
    const uses: Use[] = []
    const called = new Set<string>()
    const add = (name: GoNode, shown: GoNode, how: Use['how']): void => {
      const { startPosition: start, endPosition: end } = shown
      const reference = references.get(keyOf(name))
      if (reference === undefined) return
      const owner = how === 'value' ? handedTo(name) : undefined
      uses.push({
        reference,
        how,
        selected: name.type === 'field_identifier' && !isQualified(name, reference, references),
        file,
        line: start.row + 1,
        column: start.column + 1,
        endLine: end.row + 1,
        endColumn: end.column + 1,
        through: owner ?? closureOwner(shown, root),
      })
    }
    for (const call of root.descendantsOfType('call_expression')) {
      const name = calledName(call.childForFieldName('function'))
      if (name === undefined) continue
      called.add(keyOf(name))
      add(name, call, 'call')
    }
    // Without knowing what a name means, `F[[]byte](x)` reads like a conversion to a type.
    for (const call of root.descendantsOfType('type_conversion_expression')) {
      const name = typeName(call.childForFieldName('type'))
      const kind = name && references.get(keyOf(name))?.target?.kind
      if (name !== undefined && kind === 'func') add(name, call, 'call')
    }
    uses.sort((a, b) => a.line - b.line || a.column - b.column)
    const own = keyOf(root.childForFieldName('name') ?? root)
    for (const name of root.descendantsOfType(['identifier', 'field_identifier'])) {
      const key = keyOf(name)
      if (key !== own && !called.has(key) && !isCompared(name)) add(name, name, 'value')
    }
    return uses
  } finally {
    tree.delete()
  }
}

const keyOf = ({ startPosition: { row, column } }: GoNode): string => `${row + 1}:${column + 1}`

/** The name in `f(…)`, `x.f(…)`, `f[T](…)` and `(f)(…)`. */
function calledName(called: GoNode | null): GoNode | undefined {
  switch (called?.type) {
    case 'identifier':
      return called
    case 'selector_expression':
      return called.childForFieldName('field') ?? undefined
    case 'parenthesized_expression':
    case 'type_instantiation_expression':
    case 'index_expression':
      return calledName(called.namedChildren[0] ?? null)
    default:
      return undefined
  }
}

/** The name in `F[T]` and `pkg.F[T]`, read as types. */
function typeName(type: GoNode | null): GoNode | undefined {
  switch (type?.type) {
    case 'type_identifier':
      return type
    case 'qualified_type':
      return type.childForFieldName('name') ?? undefined
    case 'generic_type':
      return typeName(type.childForFieldName('type'))
    default:
      return undefined
  }
}

/** Whether what stands before the dot is the package (or the type) that declares the name. */
function isQualified(name: GoNode, { target }: Reference, references: ReadonlyMap<string, Reference>): boolean {
  const operand = name.parent?.childForFieldName('operand')
  if (operand?.type !== 'identifier') return false
  const before = references.get(keyOf(operand))?.target?.symbol
  return before !== undefined && target?.symbol === `${before}.${name.text}`
}

/** `f != nil` only asks about a function. */
function isCompared(name: GoNode): boolean {
  const whole = name.parent?.type === 'selector_expression' ? name.parent : name
  return whole.parent?.type === 'binary_expression'
}
