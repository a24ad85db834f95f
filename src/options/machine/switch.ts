import { child, children, type Syntax } from '../../golang/resolve/syntax.ts'
import { bothWays } from './branch.ts'
import { block, declareLocal, type Env } from './env.ts'
import { isOfType } from './expression.ts'
import { UNTYPED_BOOL } from './go-type.ts'
import { sourceText, spot, withProbe, type Frame, type Machine, type Signal } from './machine.ts'
import { binary } from './operator.ts'
import { newCell } from './store.ts'
import { typeFrom } from './type-from.ts'
import { unknown, type Value } from './value.ts'

/** `switch` over values (Go spec, "Expression switches"). */
export function switchStatement(machine: Machine, node: Syntax, env: Env, frame: Frame): Signal {
  const initializer = child(node, 'initializer')
  if (initializer !== undefined) machine.statement(initializer, env, frame)
  const tag = child(node, 'value')
  const value: Value = tag === undefined ? { kind: 'bool', type: UNTYPED_BOOL, value: true } : machine.evaluate(tag, env)
  const cases = node.kids.filter(({ type }) => type === 'expression_case' || type === 'default_case')
  const test = (one: Syntax): Value => {
    const options = children(one, 'value').flatMap((kid) => (kid.type === 'expression_list' ? kid.kids : [kid]))
    let undecided: Value | undefined
    for (const option of options) {
      const other = machine.evaluate(option, env)
      const same = other.kind === 'unknown' ? other : value.kind === 'unknown' ? value : tag === undefined ? other : binary('==', value, other)
      if (same?.kind === 'bool' && same.value) return same
      if (same?.kind !== 'bool') undecided ??= same?.kind === 'unknown' ? same : unknown(sourceText(option, env), spot(option, env))
    }
    return undecided ?? { kind: 'bool', type: UNTYPED_BOOL, value: false }
  }
  return choose(machine, cases, test, () => block(env), env, frame)
}

/** `switch x := y.(type)` (Go spec, "Type switches"). */
export function typeSwitchStatement(machine: Machine, node: Syntax, env: Env, frame: Frame): Signal {
  const initializer = child(node, 'initializer')
  if (initializer !== undefined) machine.statement(initializer, env, frame)
  const operand = child(node, 'value')
  const alias = child(node, 'alias')?.kids[0] ?? child(node, 'alias')
  const value = operand === undefined ? unknown('type switch', spot(node, env)) : machine.evaluate(operand, env)
  const cases = node.kids.filter(({ type }) => type === 'type_case' || type === 'default_case')
  const types = (one: Syntax): Syntax[] => children(one, 'type').flatMap((kid) => (kid.type === 'expression_list' ? kid.kids : [kid]))
  const test = (one: Syntax): Value => {
    let undecided = false
    for (const written of types(one)) {
      const holds = written.text === 'nil' ? (value.kind === 'unknown' ? undefined : value.kind === 'nil' && value.type === undefined) : isOfType(machine, value, typeFrom(machine, written, env))
      if (holds === true) return { kind: 'bool', type: UNTYPED_BOOL, value: true }
      undecided ||= holds === undefined
    }
    if (undecided) return value.kind === 'unknown' ? value : unknown(sourceText(operand ?? node, env), spot(node, env))
    return { kind: 'bool', type: UNTYPED_BOOL, value: false }
  }
  const scope = (one: Syntax): Env => {
    const inner = block(env)
    const [only, ...others] = types(one)
    const typed = value.kind === 'unknown' && only !== undefined && others.length === 0 ? { ...value, type: typeFrom(machine, only, env) } : value
    if (alias !== undefined) declareLocal(inner, alias.text, newCell(machine, typed, undefined, spot(alias, env)))
    return inner
  }
  return choose(machine, cases, test, scope, env, frame)
}

/** Takes the first case that holds, or both ways from one that may. */
function choose(machine: Machine, cases: readonly Syntax[], test: (one: Syntax) => Value, scope: (one: Syntax) => Env, env: Env, frame: Frame): Signal {
  const run = (index: number): Signal => {
    const one = cases[index]
    if (one === undefined) return undefined
    const body = one.kids.filter(({ field }) => field !== 'value' && field !== 'type')
    const signal = machine.execute(body, scope(one), frame)
    const last = body.flatMap((kid) => (kid.type === 'statement_list' ? kid.kids : [kid])).at(-1)
    if (signal === undefined && last?.type === 'fallthrough_statement') return run(index + 1)
    return signal?.kind === 'break' && signal.label === undefined ? undefined : signal
  }
  const from = (index: number): Signal => {
    const one = cases[index]
    if (one === undefined) return run(cases.findIndex(({ type }) => type === 'default_case'))
    if (one.type === 'default_case') return from(index + 1)
    const holds = test(one)
    if (holds.kind === 'bool') return holds.value ? run(index) : from(index + 1)
    const why = holds.kind === 'unknown' ? holds : unknown(sourceText(one, env).slice(0, 60), spot(one, env))
    return bothWays(machine, why, frame, () => run(index), () => from(index + 1))
  }
  return withProbe(machine, machine.probe && { ...machine.probe, ownsBreak: false }, () => from(0))
}
