import { sure } from './entity.ts'
import { methodEntity, specEntities, typeEntity, valueSpecs } from './declare-file.ts'
import { receiverTypeName } from './receiver.ts'
import type { FileContext } from './file-context.ts'
import { operand } from './operand.ts'
import { quiet, topScope, type Recorder } from './scope.ts'
import { child, type Syntax } from './syntax.ts'
import { visitFunction } from './visit-function.ts'
import { visitTypeSpec } from './visit-statement.ts'
import { itself, visitType } from './visit-type.ts'

/** Records every identifier of one top-level node of a file: package clause, import or declaration. */
export function visitTopLevel(node: Syntax, context: FileContext, record: Recorder): void {
  const scope = topScope(context, record)
  const { importPath } = context.source
  switch (node.type) {
    case 'package_clause': {
      const [name] = node.kids
      if (name === undefined) return
      const place = { source: context.source, offset: name.start }
      record(name, sure({ kind: 'package', name: name.text, symbol: importPath, importPath, place, table: () => context.table }))
      return
    }
    case 'import_declaration':
      for (const spec of node.kids.flatMap((kid) => (kid.type === 'import_spec_list' ? kid.kids : [kid]))) {
        const name = child(spec, 'name')
        const entity = context.importAt(spec)
        if (name !== undefined && entity !== undefined) record(name, sure(entity))
      }
      return
    case 'function_declaration': {
      const name = child(node, 'name')
      if (name !== undefined) record(name, itself('func', name, scope, importPath))
      visitFunction(node, scope)
      return
    }
    case 'method_declaration': {
      const name = child(node, 'name')
      const owner = receiverTypeName(node)?.text ?? '_'
      if (name !== undefined) record(name, sure(methodEntity(node, name, owner, scope)))
      visitFunction(node, scope)
      return
    }
    case 'type_declaration':
      for (const spec of node.kids) {
        const name = child(spec, 'name')
        if (name === undefined) continue
        const symbol = `${importPath}.${name.text}`
        record(name, sure(typeEntity(spec, name, scope, symbol, true)))
        visitTypeSpec(spec, scope, symbol)
      }
      return
    case 'const_declaration':
    case 'var_declaration':
      for (const spec of valueSpecs(node)) {
        for (const [index, entity] of specEntities(spec, quiet(scope), `${importPath}.`).entries()) record(spec.names[index]!, sure(entity))
        if (!spec.written) continue
        if (spec.type !== undefined) visitType(spec.type, scope)
        for (const value of spec.values) operand(value, scope)
      }
  }
}
