import { isBuiltWith } from './built-with.ts'
import { NOTHING } from './entity.ts'
import { coreType } from './members.ts'
import type { Scope } from './scope.ts'
import { child, IDENTIFIERS, type Syntax } from './syntax.ts'
import { UNKNOWN, type StructType, type Type } from './types.ts'
import { enter, leave } from './world.ts'

/** Goes through the elements of a composite literal of a type; keys of a struct are its fields, elided types are filled in. */
export function literalValue(body: Syntax, type: Type, scope: Scope): void {
  const { world } = scope.file
  if (!enter(world)) return
  try {
    const core = literalCore(type)
    body.kids.forEach((element, index) => {
      if (element.type === 'keyed_element') keyed(element, core, scope)
      else part(element, core.kind === 'struct' ? (core.fields()[index]?.entity.type() ?? UNKNOWN) : elementType(core), scope)
    })
  } finally {
    leave(world)
  }
}

/** `&T` may be left out with `T` in the elements of a slice, array or map of pointers. */
function literalCore(type: Type): Type {
  const core = coreType(type) ?? UNKNOWN
  return core.kind === 'pointer' ? (coreType(core.elem) ?? UNKNOWN) : core
}

function elementType(core: Type): Type {
  return core.kind === 'slice' || core.kind === 'array' || core.kind === 'map' ? core.elem : UNKNOWN
}

function keyed(element: Syntax, core: Type, scope: Scope): void {
  const key = child(element, 'key')
  const content = child(element, 'value')
  const name = key?.kids[0]
  if (core.kind === 'struct') {
    if (name !== undefined && IDENTIFIERS.has(name.type)) fieldKey(name, core, scope)
    const field = core.fields().find(({ entity }) => entity.name === name?.text)
    part(content, field?.entity.type() ?? UNKNOWN, scope)
    return
  }
  // Of a type that is not known, a name may be a field or a value.
  if (core.kind === 'unknown') {
    if (name === undefined || !IDENTIFIERS.has(name.type)) part(key, UNKNOWN, scope)
    part(content, UNKNOWN, scope)
    return
  }
  part(key, core.kind === 'map' ? core.key : UNKNOWN, scope)
  part(content, elementType(core), scope)
}

function fieldKey(name: Syntax, struct: StructType, scope: Scope): void {
  const field = struct.fields().find(({ entity }) => entity.name === name.text)
  const source = field?.entity.place?.source
  scope.record?.(name, field === undefined ? NOTHING : { kind: 'one', entity: field.entity, sure: source === undefined || isBuiltWith(source, scope.file.source) })
}

function part(element: Syntax | undefined, type: Type, scope: Scope): void {
  const content = element?.type === 'literal_element' ? element.kids[0] : element
  if (content === undefined) return
  if (content.type === 'literal_value') literalValue(content, type, scope)
  else scope.file.world.operand(content, scope)
}
