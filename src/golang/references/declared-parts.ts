import { child, receiverTypeName, valueSpecs, type Syntax } from '../resolve/index.ts'

/** A piece of a file, and the full symbol of the declaration at package level that it belongs to. */
export interface DeclaredPart {
  readonly symbol: string | undefined
  readonly syntax: Syntax
}

/**
 * Takes a top-level node of a file apart, in order of the text: the specs of a group are declarations of their own, and of
 * several variables with a value each, every value belongs to its variable.
 */
export function declaredParts(node: Syntax, importPath: string): DeclaredPart[] {
  const symbolOf = (name: Syntax | undefined): string | undefined => (name === undefined ? undefined : `${importPath}.${name.text}`)
  switch (node.type) {
    case 'function_declaration':
      return [{ symbol: symbolOf(child(node, 'name')), syntax: node }]
    case 'method_declaration': {
      const owner = symbolOf(receiverTypeName(node))
      const name = child(node, 'name')
      return [{ symbol: owner === undefined || name === undefined ? undefined : `${owner}.${name.text}`, syntax: node }]
    }
    case 'type_declaration':
      return node.kids.map((spec) => ({ symbol: symbolOf(child(spec, 'name')), syntax: spec }))
    case 'const_declaration':
    case 'var_declaration':
      return valueSpecs(node).flatMap(({ names, type, values, written }) => {
        const parts = names.map((name) => ({ symbol: symbolOf(name), syntax: name }))
        if (!written) return parts
        if (type !== undefined) parts.push({ symbol: symbolOf(names[0]), syntax: type })
        const each = values.length === names.length
        return [...parts, ...values.map((syntax, index) => ({ symbol: symbolOf(names[each ? index : 0]), syntax }))]
      })
    default:
      return [{ symbol: undefined, syntax: node }]
  }
}
