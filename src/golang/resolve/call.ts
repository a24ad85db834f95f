import { instantiated } from './infer.ts'
import { coreType, elementOf } from './members.ts'
import { NO_OPERAND, value, type Operand } from './operand-result.ts'
import type { Scope } from './scope.ts'
import { child, type Syntax } from './syntax.ts'
import { typeOf, typeOfEntity } from './type-of.ts'
import { basic, defaultType, tuple, UNKNOWN, untyped, type Type } from './types.ts'
import { visitType } from './visit-type.ts'

/** A call or a conversion: what the grammar takes for one may be the other. */
export function callOperand(node: Syntax, scope: Scope): Operand {
  let called = child(node, 'function') ?? child(node, 'type')
  // `*(*T)(x)` is what the conversion points to; the grammar takes it for a conversion to a pointer (Go spec, "Conversions").
  let stars = 0
  for (; called?.type === 'pointer_type'; called = called.kids[0]) stars++
  if (called === undefined) return NO_OPERAND
  let result = callOf(node, called, scope)
  for (; stars > 0; stars--) {
    const core = coreType(result.type)
    result = core?.kind === 'pointer' ? value(core.elem) : NO_OPERAND
  }
  // `<-chan T(c)` receives from `chan T(c)`, for the same reason.
  if (called.type === 'channel_type' && scope.file.source.text.startsWith('<-', called.start)) {
    const core = coreType(result.type)
    return core?.kind === 'chan' ? value(core.elem) : NO_OPERAND
  }
  return result
}

function callOf(node: Syntax, called: Syntax, scope: Scope): Operand {
  const written = typeArguments(node, called)
  const target = scope.file.world.operand(written.base, scope)
  const values = argumentsOf(node)

  if (target.mode === 'builtin') return builtinCall(target.entity?.symbol ?? '', values, scope)
  if (written.nodes.length === 0) return applied(target, [], values, scope)

  const generic = target.type.kind === 'func' && target.type.generic !== undefined
  if (target.mode === 'type' || generic) {
    const types = written.nodes.map((type) => {
      visitType(type, scope)
      return typeOf(type, scope)
    })
    if (target.entity?.kind === 'type') return applied({ ...target, type: typeOfEntity(target.entity, types) }, [], values, scope)
    return applied(target, types, values, scope)
  }
  // `table[i](x)` looks like a generic function with a type argument.
  for (const index of written.nodes) scope.file.world.operand(index, scope)
  return applied({ mode: 'value', type: elementOf(target.type) }, [], values, scope)
}

/** What is called without its type arguments, and these. */
function typeArguments(node: Syntax, called: Syntax): { base: Syntax; nodes: Syntax[] } {
  const plain = (list: readonly Syntax[]): Syntax[] => list.map((one) => (one.type === 'type_elem' ? (one.kids[0] ?? one) : one))
  const list = child(node, 'type_arguments')
  if (list !== undefined) return { base: called, nodes: plain(list.kids) }
  if (called.type === 'generic_type') {
    const base = child(called, 'type')
    if (base !== undefined) return { base, nodes: plain(child(called, 'type_arguments')?.kids ?? []) }
  }
  if (called.type === 'type_instantiation_expression' && called.kids[0] !== undefined) return { base: called.kids[0], nodes: plain(called.kids.slice(1)) }
  if (called.type === 'index_expression') {
    const base = child(called, 'operand')
    const index = child(called, 'index')
    if (base !== undefined && index !== undefined) return { base, nodes: [index] }
  }
  return { base: called, nodes: [] }
}

function argumentsOf(node: Syntax): readonly Syntax[] {
  const single = child(node, 'operand')
  return single === undefined ? (child(node, 'arguments')?.kids ?? []) : [single]
}

function applied(target: Operand, written: readonly Type[], values: readonly Syntax[], scope: Scope): Operand {
  const core = target.mode === 'value' ? coreType(target.type) : undefined
  const generic = core?.kind === 'func' && core.generic !== undefined
  const operands = scope.record !== undefined || generic ? values.map((one) => scope.file.world.operand(one, scope)) : []
  if (target.mode === 'type') return value(target.type)
  if (core?.kind !== 'func') return NO_OPERAND
  if (!generic) return { mode: 'value', type: tuple(core.results) }
  const [only] = operands
  const types = only?.type.kind === 'tuple' ? only.type.types : operands.map((one, at) => spread(one.type, values[at]))
  return { mode: 'value', type: tuple(instantiated(core, written, types).results) }
}

/** `list...` stands for its elements. */
function spread(type: Type, node: Syntax | undefined): Type {
  if (node?.type !== 'variadic_argument') return type
  const core = coreType(type)
  return core?.kind === 'slice' ? core.elem : type
}

function builtinCall(name: string, values: readonly Syntax[], scope: Scope): Operand {
  const operands = values.map((one) => scope.file.world.operand(one, scope))
  const first = operands[0]?.type ?? UNKNOWN
  switch (name) {
    case 'new':
      return value({ kind: 'pointer', elem: first })
    case 'make':
    case 'append':
      return value(first.kind === 'basic' && first.untyped ? UNKNOWN : first)
    case 'len':
    case 'cap':
    case 'copy':
      return value(basic('int'))
    case 'min':
    case 'max': {
      const typed = operands.find(({ type }) => !(type.kind === 'basic' && type.untyped))
      return value(typed?.type ?? first)
    }
    case 'recover':
      return value({ kind: 'interface', methods: () => [], embeds: () => [] })
    case 'complex':
      return value(first.kind === 'basic' && first.untyped ? untyped('complex') : basic(isNamed(first, 'float32') ? 'complex64' : 'complex128'))
    case 'real':
    case 'imag':
      return value(first.kind === 'basic' && first.untyped ? untyped('float') : basic(isNamed(first, 'complex64') ? 'float32' : 'float64'))
    case 'unsafe.Sizeof':
    case 'unsafe.Offsetof':
    case 'unsafe.Alignof':
      return value(basic('uintptr'))
    case 'unsafe.Add':
      return value(basic('unsafe.Pointer'))
    case 'unsafe.String':
      return value(basic('string'))
    case 'unsafe.StringData':
      return value({ kind: 'pointer', elem: basic('uint8') })
    case 'unsafe.Slice': {
      const core = coreType(first)
      return value(core?.kind === 'pointer' ? { kind: 'slice', elem: core.elem } : UNKNOWN)
    }
    case 'unsafe.SliceData': {
      const core = coreType(first)
      return value(core?.kind === 'slice' ? { kind: 'pointer', elem: core.elem } : UNKNOWN)
    }
    default:
      return { mode: 'value', type: tuple([]) }
  }
}

function isNamed(type: Type, name: string): boolean {
  const core = coreType(defaultType(type))
  return core?.kind === 'basic' && core.name === name
}
