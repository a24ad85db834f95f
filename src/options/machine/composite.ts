import { child, type Syntax } from '../../golang/resolve/syntax.ts'
import { assigned } from './convert.ts'
import type { Env } from './env.ts'
import { underlying, type GoType } from './go-type.ts'
import { spot, type Machine } from './machine.ts'
import { newCell, newMap } from './store.ts'
import { keyText, unknown, type Cell, type MapEntry, type Value } from './value.ts'
import { zeroCell, zeroFields } from './zero.ts'

/** The value of a composite literal's braces (Go spec, "Composite literals"). */
export function literal(machine: Machine, body: Syntax, type: GoType, env: Env): Value {
  const under = underlying(type)
  switch (under.kind) {
    case 'struct':
      return structLiteral(machine, body, type, under.fields, env)
    case 'unknown':
      return opaqueLiteral(machine, body, type, env)
    case 'slice':
    case 'array':
      return listLiteral(machine, body, type, under, env)
    case 'map':
      return mapLiteral(machine, body, type, under, env)
    case 'pointer': {
      // `[]*T{{…}}`: the inner braces stand for `&T{…}`.
      const value = literal(machine, body, under.elem, env)
      return { kind: 'pointer', type, cell: newCell(machine, value, under.elem, spot(body, env)) }
    }
    default:
      return unknown(`literal of ${under.kind}`, spot(body, env), type)
  }
}

/** An element's value; braces alone have the type of the elements. */
function element(machine: Machine, node: Syntax, type: GoType, env: Env): Value {
  const inner = node.type === 'literal_element' ? (node.kids[0] ?? node) : node
  return inner.type === 'literal_value' ? literal(machine, inner, type, env) : assigned(machine.evaluate(inner, env), type)
}

function pairs(body: Syntax): { key: Syntax | undefined; value: Syntax }[] {
  return body.kids.flatMap((kid): { key: Syntax | undefined; value: Syntax }[] => {
    if (kid.type !== 'keyed_element') return [{ key: undefined, value: kid }]
    const key = child(kid, 'key') ?? kid.kids[0]
    const value = child(kid, 'value') ?? kid.kids[1]
    return key === undefined || value === undefined ? [] : [{ key, value }]
  })
}

function keyName(key: Syntax): string {
  return (key.type === 'literal_element' ? key.kids[0] : key)?.text ?? ''
}

function structLiteral(machine: Machine, body: Syntax, type: GoType, declared: readonly { name: string; type: () => GoType }[], env: Env): Value {
  const fields = zeroFields(declared.map((field) => ({ ...field, embedded: false })), spot(body, env))
  pairs(body).forEach(({ key, value }, index) => {
    const field = key === undefined ? declared[index] : declared.find(({ name }) => name === keyName(key))
    if (field === undefined) return
    const fieldType = field.type()
    fields.set(field.name, newCell(machine, element(machine, value, fieldType, env), fieldType, spot(key ?? value, env)))
  })
  return { kind: 'struct', type, fields }
}

/** A literal of a type whose source is not at hand: what is written in it is known all the same. */
function opaqueLiteral(machine: Machine, body: Syntax, type: GoType, env: Env): Value {
  const fields = new Map<string, Cell>()
  for (const { key, value } of pairs(body)) {
    if (key === undefined || value.kids[0]?.type === 'literal_value') return unknown('a literal of a type that is not at hand', spot(body, env), type)
    fields.set(keyName(key), newCell(machine, machine.evaluate(value, env), undefined, spot(key, env)))
  }
  return { kind: 'struct', type, fields }
}

function listLiteral(machine: Machine, body: Syntax, type: GoType, under: Extract<GoType, { kind: 'slice' | 'array' | 'pointer' | 'chan' }>, env: Env): Value {
  const cells: Cell[] = []
  let at = 0
  for (const { key, value } of pairs(body)) {
    const index = key === undefined ? undefined : machine.evaluate(key, env)
    if (index?.kind === 'int') at = Number(index.value)
    if (at > 100_000) return unknown('a literal that is too long', spot(body, env), type)
    cells[at++] = newCell(machine, element(machine, value, under.elem, env), under.elem, spot(value, env))
  }
  const length = under.kind === 'array' ? Math.max(under.length, cells.length) : cells.length
  const filled = Array.from({ length }, (_, index) => cells[index] ?? zeroCell(under.elem, spot(body, env)))
  if (under.kind === 'slice') return { kind: 'slice', type, cells: filled }
  return { kind: 'array', type: type.kind === 'array' ? { kind: 'array', elem: under.elem, length } : type, cells: filled }
}

function mapLiteral(machine: Machine, body: Syntax, type: GoType, under: { key: GoType; elem: GoType }, env: Env): Value {
  const table = new Map<string, MapEntry>()
  for (const { key, value } of pairs(body)) {
    if (key === undefined) continue
    const keyValue = element(machine, key, under.key, env)
    const text = keyText(keyValue)
    if (text === undefined) return unknown('a map with a key that is not known', spot(key, env), type)
    table.set(text, { key: keyValue, cell: newCell(machine, element(machine, value, under.elem, env), under.elem, spot(key, env)) })
  }
  return newMap(type, table)
}
