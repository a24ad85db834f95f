import { NOTHING, sure, type Found, type PackageEntity } from './entity.ts'
import { external, isExported } from './file-context.ts'
import { lookup, type Scope } from './scope.ts'
import { child, type Syntax } from './syntax.ts'
import { UNSAFE } from './universe.ts'

/** What an identifier or a qualified identifier means; nothing for any other expression. */
export function find(node: Syntax, scope: Scope): Found {
  if (node.type === 'parenthesized_type' || node.type === 'parenthesized_expression') return node.kids[0] === undefined ? NOTHING : find(node.kids[0], scope)
  const { qualifier, name } = qualified(node)
  if (name === undefined) return NOTHING
  if (qualifier === undefined) return lookup(scope, name.text)
  const found = lookup(scope, qualifier.text)
  if (found.kind !== 'one' || found.entity.kind !== 'package') return NOTHING
  return packageMember(found.entity, name.text, scope)
}

/** The parts of `name` or `qualifier.name`; nothing for anything else. */
export function qualified(node: Syntax): { qualifier: Syntax | undefined; name: Syntax | undefined } {
  if (node.type === 'qualified_type') return { qualifier: child(node, 'package'), name: child(node, 'name') }
  if (node.type === 'selector_expression') {
    const operand = child(node, 'operand')
    return operand?.type === 'identifier' ? { qualifier: operand, name: child(node, 'field') } : { qualifier: undefined, name: undefined }
  }
  return { qualifier: undefined, name: node.kids.length === 0 ? node : undefined }
}

/**
 * What a name means in an imported package. Where its source is not at hand, a declaration of that name all the same: the
 * compiler found it there.
 */
export function packageMember(entity: PackageEntity, name: string, scope: Scope): Found {
  if (entity.importPath === 'C') return NOTHING
  if (entity.importPath === 'unsafe') {
    const builtin = UNSAFE.get(name)
    return sure(builtin ?? external('unsafe', name))
  }
  if (!isExported(name)) return NOTHING
  const table = entity.table()
  if (table === undefined) return sure(external(entity.importPath, name))
  const found = table.find(name, scope.file.source)
  // The source at hand may be of another version: then the name is right, and the place unknown.
  return found.kind === 'none' ? { kind: 'several', entities: [external(entity.importPath, name)] } : found
}
