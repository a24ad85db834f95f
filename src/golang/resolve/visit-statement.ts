import { NOTHING, sure } from './entity.ts'
import { specEntities, typeEntity, valueSpecs } from './declare-file.ts'
import { coreType } from './members.ts'
import { operand } from './operand.ts'
import { declare, declaredInBlock, lookup, nested, quiet, type Scope } from './scope.ts'
import { child, children, type Syntax } from './syntax.ts'
import { typeOf } from './type-of.ts'
import { basic, defaultType, UNKNOWN, type Type } from './types.ts'
import { valueTypes } from './value-types.ts'
import { declareVariable, visitTypeParameters } from './declare-local.ts'
import { visitType } from './visit-type.ts'
import { enter, leave } from './world.ts'

/** Records the statements of a block that declares in the scope given. */
export function visitBlock(block: Syntax, scope: Scope): void {
  visitList(block.kids, scope)
}

function visitList(statements: readonly Syntax[], outer: Scope): void {
  let scope = outer
  for (const statement of statements) {
    if (statement.type === 'statement_list') for (const inner of statement.kids) scope = visitStatement(inner, scope)
    else scope = visitStatement(statement, scope)
  }
}

/** Records a statement; gives the scope behind it. */
export function visitStatement(node: Syntax, scope: Scope): Scope {
  const { world } = scope.file
  if (!enter(world)) return scope
  try {
    return visit(node, scope)
  } finally {
    leave(world)
  }
}

function visit(node: Syntax, scope: Scope): Scope {
  switch (node.type) {
    case 'block':
      visitBlock(node, nested(scope))
      return scope
    case 'statement_list':
      return node.kids.reduce((inner, statement) => visitStatement(statement, inner), scope)
    case 'short_var_declaration':
      return shortDeclaration(child(node, 'left')?.kids ?? [], child(node, 'right')?.kids ?? [], scope)
    case 'var_declaration':
    case 'const_declaration':
      return localValues(node, scope)
    case 'type_declaration':
      return localTypes(node, scope)
    case 'if_statement':
      visitIf(node, scope)
      return scope
    case 'for_statement':
      visitFor(node, nested(scope))
      return scope
    case 'expression_switch_statement':
      visitSwitch(node, nested(scope))
      return scope
    case 'type_switch_statement':
      visitTypeSwitch(node, nested(scope))
      return scope
    case 'select_statement':
      for (const clause of node.kids) visitClause(clause, nested(scope))
      return scope
    case 'labeled_statement': {
      const label = child(node, 'label')
      if (label !== undefined) visitLabel(label, scope)
      return node.kids.slice(1).reduce((inner, statement) => visitStatement(statement, inner), scope)
    }
    case 'label_name':
      visitLabel(node, scope)
      return scope
    case 'assignment_statement':
      for (const side of ['left', 'right']) for (const one of child(node, side)?.kids ?? []) operand(one, scope)
      return scope
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
      for (const label of node.kids) visitLabel(label, scope)
      return scope
    case 'expression_list':
    case 'expression_statement':
    case 'return_statement':
    case 'send_statement':
    case 'inc_statement':
    case 'dec_statement':
    case 'go_statement':
    case 'defer_statement':
      for (const kid of node.kids) {
        if (kid.type === 'expression_list') for (const one of kid.kids) operand(one, scope)
        else operand(kid, scope)
      }
      return scope
    default:
      operand(node, scope)
      return scope
  }
}

function visitLabel(node: Syntax, scope: Scope): void {
  const entity = scope.labels?.get(node.text)
  scope.record?.(node, entity === undefined ? NOTHING : sure(entity))
}

/** `a, b := x, y`: what the same block declares already is assigned, the rest is new (Go spec, "Short variable declarations"). */
function shortDeclaration(left: readonly Syntax[], right: readonly Syntax[], scope: Scope): Scope {
  return declareNames(left, valueTypes(right, left.length, scope), scope)
}

function declareNames(names: readonly Syntax[], types: readonly Type[], scope: Scope): Scope {
  let after = scope
  names.forEach((name, index) => {
    const before = declaredInBlock(scope, name.text)
    if (before !== undefined && name.text !== '_') scope.record?.(name, sure(before))
    else after = declareVariable(name, () => defaultType(types[index] ?? UNKNOWN), after)
  })
  return after
}

function localValues(node: Syntax, outer: Scope): Scope {
  let scope = outer
  for (const spec of valueSpecs(node)) {
    if (spec.written) {
      if (spec.type !== undefined) visitType(spec.type, scope)
      for (const value of spec.values) operand(value, scope)
    }
    let after = scope
    for (const [index, entity] of specEntities(spec, quiet(scope), '').entries()) {
      scope.record?.(spec.names[index]!, sure(entity))
      after = declare(after, entity)
    }
    scope = after
  }
  return scope
}

function localTypes(node: Syntax, outer: Scope): Scope {
  let scope = outer
  for (const spec of node.kids) {
    const name = child(spec, 'name')
    if (name === undefined) continue
    const entity = typeEntity(spec, name, scope, name.text, false)
    scope.record?.(name, sure(entity))
    scope = declare(scope, entity)
    // A type is in scope in its own definition; an alias is not, but does not compile if it uses itself.
    Object.assign(entity, { scope: quiet(scope) })
    visitTypeSpec(spec, scope, undefined)
  }
  return scope
}

/** Records what stands in a `type` spec behind its name. */
export function visitTypeSpec(spec: Syntax, outer: Scope, owner: string | undefined): void {
  const parameters = child(spec, 'type_parameters')
  const scope = parameters === undefined ? outer : visitTypeParameters(parameters, nested(outer))
  const type = child(spec, 'type')
  if (type !== undefined) visitType(type, scope, owner)
}

/** A chain of `else if` may be thousands long: it is walked, not recursed into. */
function visitIf(node: Syntax, outer: Scope): void {
  let scope = outer
  for (let at: Syntax | undefined = node; at !== undefined; ) {
    scope = nested(scope)
    const initializer = child(at, 'initializer')
    if (initializer !== undefined) scope = visitStatement(initializer, scope)
    operand(child(at, 'condition'), scope)
    const consequence = child(at, 'consequence')
    if (consequence !== undefined) visitBlock(consequence, nested(scope))
    const alternative: Syntax | undefined = child(at, 'alternative')
    at = alternative?.type === 'if_statement' ? alternative : undefined
    if (alternative !== undefined && at === undefined) visitBlock(alternative, nested(scope))
  }
}

function visitFor(node: Syntax, outer: Scope): void {
  let scope = outer
  for (const kid of node.kids) {
    if (kid.type === 'range_clause') scope = visitRange(kid, scope)
    else if (kid.type === 'for_clause') {
      const initializer = child(kid, 'initializer')
      if (initializer !== undefined) scope = visitStatement(initializer, scope)
      operand(child(kid, 'condition'), scope)
      const update = child(kid, 'update')
      if (update !== undefined) visitStatement(update, scope)
    } else if (kid.field === 'body') visitBlock(kid, nested(scope))
    else operand(kid, scope)
  }
}

function visitRange(clause: Syntax, scope: Scope): Scope {
  const right = child(clause, 'right')
  const left = child(clause, 'left')
  const { type } = operand(right, scope)
  if (left === undefined) return scope
  if (!declares(left, right, scope)) {
    for (const one of left.kids) operand(one, scope)
    return scope
  }
  return declareNames(left.kids, rangeTypes(type), nested(scope))
}

/** What a `range` gives (Go spec, "For statements with range clause"). */
function rangeTypes(type: Type): readonly Type[] {
  const core = coreType(type)
  switch (core?.kind) {
    case 'slice':
    case 'array':
      return [basic('int'), core.elem]
    case 'pointer': {
      const array = coreType(core.elem)
      return array?.kind === 'array' ? [basic('int'), array.elem] : []
    }
    case 'map':
      return [core.key, core.elem]
    case 'chan':
      return [core.elem]
    case 'basic':
      return core.name === 'string' ? [basic('int'), basic('int32')] : [type]
    case 'func': {
      const [yielded] = core.params
      const inner = yielded === undefined ? undefined : coreType(yielded)
      return inner?.kind === 'func' ? inner.params : []
    }
    default:
      return []
  }
}

/** Whether `:=` stands between the two sides, and not `=`. */
function declares(left: Syntax, right: Syntax | undefined, scope: Scope): boolean {
  const between = scope.file.source.text.slice(left.end, right?.start ?? left.end)
  return between.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '').includes(':=')
}

function visitSwitch(node: Syntax, outer: Scope): void {
  let scope = outer
  const initializer = child(node, 'initializer')
  if (initializer !== undefined) scope = visitStatement(initializer, scope)
  operand(child(node, 'value'), scope)
  for (const clause of node.kids) {
    if (clause.type !== 'expression_case' && clause.type !== 'default_case') continue
    for (const value of child(clause, 'value')?.kids ?? []) operand(value, scope)
    visitList(clause.kids.filter(({ field }) => field === undefined), nested(scope))
  }
}

function visitTypeSwitch(node: Syntax, outer: Scope): void {
  let scope = outer
  const initializer = child(node, 'initializer')
  if (initializer !== undefined) scope = visitStatement(initializer, scope)
  const { type: switched } = operand(child(node, 'value'), scope)
  const alias = child(node, 'alias')?.kids[0]
  const symbol = (type: Type): Scope => (alias === undefined ? nested(scope) : declareVariable(alias, () => type, nested(scope)))
  if (alias !== undefined) symbol(switched)
  for (const clause of node.kids) {
    if (clause.type !== 'type_case' && clause.type !== 'default_case') continue
    const types = children(clause, 'type')
    for (const type of types) visitType(type, scope)
    const [only] = types
    const isNil = only !== undefined && (only.type === 'nil' || lookupsNil(only, scope))
    const type = only !== undefined && types.length === 1 && !isNil ? typeOf(only, scope) : switched
    visitList(clause.kids.filter(({ field }) => field === undefined), symbol(type))
  }
}

function lookupsNil(type: Syntax, scope: Scope): boolean {
  if (type.text !== 'nil') return false
  const found = lookup(scope, 'nil')
  return found.kind === 'one' && found.entity.kind === 'builtin'
}

function visitClause(clause: Syntax, outer: Scope): void {
  let scope = outer
  const communication = child(clause, 'communication')
  if (communication?.type === 'receive_statement') {
    const left = child(communication, 'left')
    const right = child(communication, 'right')
    if (left !== undefined && right !== undefined && declares(left, right, scope)) {
      scope = shortDeclaration(left.kids, [right], scope)
    } else {
      for (const one of left?.kids ?? []) operand(one, scope)
      operand(right, scope)
    }
  } else if (communication !== undefined) visitStatement(communication, scope)
  visitList(clause.kids.filter(({ field }) => field === undefined), scope)
}
