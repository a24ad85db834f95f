import { child, children, type Syntax } from '../../golang/resolve/syntax.ts'
import { defaultType, isUntyped, underlying, type GoType } from './go-type.ts'
import type { Env } from './env.ts'
import type { Machine } from './machine.ts'
import { dynamicType, type Value } from './value.ts'

/** Type arguments of a generic function, from those written and from its arguments (Go spec, "Type inference"). */
export function inferred(
  machine: Machine,
  names: readonly string[],
  parameters: Syntax | undefined,
  args: readonly Value[],
  given: readonly GoType[],
  env: Env,
): (GoType | undefined)[] {
  const found = new Map<string, GoType>()
  names.forEach((name, index) => {
    const type = given[index]
    if (type !== undefined) found.set(name, type)
  })
  let index = 0
  for (const parameter of parameters?.kids ?? []) {
    const written = child(parameter, 'type')
    if (written === undefined) continue
    const variadic = parameter.type === 'variadic_parameter_declaration'
    for (let count = Math.max(1, children(parameter, 'name').length); count > 0; count--) {
      const rest = variadic ? args.slice(index) : [args[index]]
      index++
      for (const arg of rest) {
        const type = arg === undefined ? undefined : dynamicType(arg)
        if (type !== undefined) match(machine, written, type, names, found, env)
      }
    }
  }
  return names.map((name) => found.get(name))
}

function match(machine: Machine, written: Syntax, type: GoType, names: readonly string[], found: Map<string, GoType>, env: Env): void {
  if (written.kids.length === 0) {
    if (names.includes(written.text) && (!found.has(written.text) || isUntyped(found.get(written.text)!))) found.set(written.text, defaultType(type))
    return
  }
  const under = underlying(type)
  switch (written.type) {
    case 'slice_type':
    case 'array_type':
    case 'pointer_type':
    case 'channel_type': {
      const inner = child(written, 'element') ?? child(written, 'value') ?? written.kids[0]
      if (inner !== undefined && 'elem' in under) match(machine, inner, under.elem, names, found, env)
      break
    }
    case 'map_type':
      if (under.kind === 'map') {
        const [key, value] = [child(written, 'key'), child(written, 'value')]
        if (key !== undefined) match(machine, key, under.key, names, found, env)
        if (value !== undefined) match(machine, value, under.elem, names, found, env)
      }
      break
    case 'generic_type':
      if (type.kind === 'named') (child(written, 'type_arguments')?.kids ?? []).forEach((arg, index) => {
        const of = type.args[index]
        if (of !== undefined) match(machine, arg, of, names, found, env)
      })
      break
    case 'type_elem':
    case 'parenthesized_type':
      if (written.kids[0] !== undefined) match(machine, written.kids[0], type, names, found, env)
      break
    case 'function_type':
      if (under.kind === 'func') {
        const result = child(written, 'result')
        if (result !== undefined && result.type !== 'parameter_list' && under.results[0] !== undefined) match(machine, result, under.results[0], names, found, env)
      }
      break
    default:
      break
  }
}
