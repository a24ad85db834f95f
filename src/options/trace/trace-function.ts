import { child, children, type Syntax } from '../../golang/resolve/syntax.ts'
import { fileEnv, symbolOf, typeFrom, underlying, type GoType, type Machine } from '../machine/index.ts'
import type { Place } from '../model.ts'
import type { FuncDecl } from '../program/index.ts'
import { fieldBinding, NO_BINDING, pointee, type Binding, type OptionsRoot } from './binding.ts'
import { alwaysLeaves, flat, mayLeave, negated, oneLine, onlyWhere, type Context } from './context.ts'
import { errorMessage } from './error-message.ts'
import { testOfChoice, testOfName, testText, type Lookups } from './test-text.ts'

/** Something a function does that a reader of the options wants to know. */
export interface TraceEvent {
  readonly kind: 'assign' | 'error'
  /** The statement of the outermost function it belongs to: its number, and its text on one line. */
  readonly step: number
  readonly stepText: string
  /** Path of the options whose method, or of which a part, is being looked at. */
  readonly group: string
  readonly path: string | undefined
  readonly conditions: readonly string[]
  /** The same conditions as tests; see `Check.test`. */
  readonly tests: readonly string[]
  /** Paths that the conditions and the code read. */
  readonly reads: readonly string[]
  readonly code: string
  readonly message: string
  readonly at: Place
}

const DEEPEST = 9

/** Reads what a function does with the options: which fields it sets and which errors it makes, under which conditions. */
export function traceFunction(machine: Machine, root: OptionsRoot, decl: FuncDecl): TraceEvent[] {
  const events: TraceEvent[] = []
  const env = fileEnv(decl.file)
  const names = new Map<string, Binding>()
  const bind = (name: string, type: GoType): void => {
    const isRoot = symbolOf(pointee(type)) !== undefined && symbolOf(pointee(type)) === symbolOf(root.type)
    names.set(name, { path: isRoot ? root.variable : undefined, type, reads: new Set(), call: undefined })
  }
  for (const field of ['receiver', 'parameters']) {
    for (const parameter of child(decl.node, field)?.kids ?? []) {
      const written = child(parameter, 'type')
      if (written === undefined) continue
      const type = typeFrom(machine, written, env)
      for (const { text } of children(parameter, 'name')) bind(text, type)
    }
  }
  const tracer = openTracer(machine, root, events)
  const statements = flat(child(decl.node, 'body')?.kids ?? [])
  const context: Context = { decl, env, names, group: root.variable, conditions: [], step: undefined, callers: [decl.node] }
  let after = context
  statements.forEach((node, index) => {
    after = tracer.statement(node, { ...after, step: { number: index + 1, text: oneLine(node, context) } })
  })
  return events
}

function openTracer(machine: Machine, root: OptionsRoot, events: TraceEvent[]): { statement(node: Syntax, context: Context): Context } {
  const binding = (node: Syntax | undefined, context: Context): Binding => {
    if (node === undefined) return NO_BINDING
    switch (node.type) {
      case 'identifier':
        return context.names.get(node.text) ?? NO_BINDING
      case 'selector_expression': {
        const [operand, field] = [child(node, 'operand'), child(node, 'field')]
        const left = binding(operand, context)
        const found = field === undefined ? undefined : fieldBinding(left, field.text, root)
        return found ?? { ...NO_BINDING, reads: left.reads }
      }
      case 'parenthesized_expression':
      case 'unary_expression': {
        const inner = binding(child(node, 'operand') ?? node.kids[0], context)
        return inner
      }
      case 'index_expression': {
        const base = binding(child(node, 'operand'), context)
        const under = base.type === undefined ? undefined : underlying(base.type)
        return { ...base, type: under !== undefined && 'elem' in under ? under.elem : undefined }
      }
      default:
        return { ...NO_BINDING, reads: readsOf(node, context) }
    }
  }
  const readsOf = (node: Syntax, context: Context): Set<string> => {
    const reads = new Set<string>()
    const visit = (at: Syntax): void => {
      if (at.type === 'func_literal') return
      if (at.type === 'identifier' || at.type === 'selector_expression') {
        const found = binding(at, context)
        for (const path of found.reads) reads.add(path)
        if (found.path !== undefined || at.type === 'identifier') return
      }
      for (const kid of at.kids) visit(kid)
    }
    visit(node)
    return reads
  }
  const emit = (kind: TraceEvent['kind'], node: Syntax, context: Context, extra: { path?: string; message?: string }): void => {
    const reads = new Set([...context.conditions.flatMap(({ reads: inner }) => [...inner]), ...readsOf(node, context)])
    events.push({
      kind,
      step: context.step?.number ?? 0,
      stepText: context.step?.text ?? '',
      group: context.group,
      path: extra.path,
      conditions: context.conditions.map(({ text }) => text).filter((text) => text !== ''),
      tests: context.conditions.map(({ test }) => test),
      reads: [...reads].filter((path) => path !== root.variable).sort(),
      code: oneLine(node, context),
      message: extra.message ?? '',
      at: context.env.file.place(node.start),
    })
  }
  /** Looks for calls and errors in an expression, innermost first. */
  const expression = (node: Syntax | undefined, context: Context): void => {
    if (node === undefined || node.type === 'func_literal') return
    for (const kid of node.kids) expression(kid, context)
    if (node.type !== 'call_expression') return
    const message = errorMessage(machine, node, context.env)
    if (message !== undefined) emit('error', node, context, { message })
    else follow(node, context)
  }
  /** Reads a called function, where it gets hold of the options or a part of them. */
  const follow = (node: Syntax, context: Context): void => {
    const found = entered(node, context)
    if (found === undefined) return
    let inner = found.context
    for (const statementNode of flat(child(found.decl.node, 'body')?.kids ?? [])) inner = statement(statementNode, inner)
  }
  const entered: Lookups['entered'] = (node, context) => {
    const called = child(node, 'function')
    const args = child(node, 'arguments')?.kids ?? []
    const receiver = called?.type === 'selector_expression' ? binding(child(called, 'operand'), context) : NO_BINDING
    const given = args.map((arg) => binding(arg.type === 'variadic_argument' ? arg.kids[0] : arg, context))
    if (receiver.type === undefined && given.every(({ path, type }) => path === undefined && type === undefined)) return undefined
    if (receiver.path === undefined && given.every(({ path }) => path === undefined) && !holdsRoot(receiver)) return undefined
    const target = called === undefined ? undefined : calledFunction(called, receiver, context)
    if (target === undefined || context.callers.length > DEEPEST || context.callers.includes(target.decl.node)) return undefined
    const env = fileEnv(target.decl.file)
    const names = new Map<string, Binding>()
    const own = child(target.decl.node, 'receiver')?.kids[0]
    const ownName = own === undefined ? undefined : child(own, 'name')
    if (ownName !== undefined) names.set(ownName.text, target.receiver)
    let index = 0
    for (const parameter of child(target.decl.node, 'parameters')?.kids ?? []) {
      const written = child(parameter, 'type')
      if (written === undefined) continue
      const type = typeFrom(machine, written, env)
      const list = children(parameter, 'name')
      for (const name of list.length === 0 ? [undefined] : list) {
        const arg = given[index++] ?? NO_BINDING
        if (name !== undefined) names.set(name.text, { ...arg, type })
      }
    }
    return { decl: target.decl, context: { decl: target.decl, env, names, group: target.receiver.path ?? context.group, conditions: context.conditions, step: context.step, callers: [...context.callers, target.decl.node] } }
  }
  const holdsRoot = ({ type }: Binding): boolean => type !== undefined && underlying(pointee(type)).kind === 'struct'
  const calledFunction = (called: Syntax, receiver: Binding, context: Context): { decl: FuncDecl; receiver: Binding } | undefined => {
    const { program } = machine
    if (called.type === 'identifier') {
      const decl = context.names.has(called.text) ? undefined : program.packageOf(context.env.file).find(called.text)
      return decl?.kind === 'func' ? { decl, receiver: NO_BINDING } : undefined
    }
    const [operand, field] = [child(called, 'operand'), child(called, 'field')]
    if (operand === undefined || field === undefined) return undefined
    if (receiver.type !== undefined) return methodOn(receiver, field.text)
    const importPath = operand.type === 'identifier' && !context.names.has(operand.text) ? program.importNamed(operand.text, context.env.file) : undefined
    const decl = importPath === undefined ? undefined : program.imported(importPath, context.env.file)?.find(field.text)
    return decl?.kind === 'func' ? { decl, receiver: NO_BINDING } : undefined
  }
  /** A method of what a binding stands for, promoted ones with the field they come through. */
  const methodOn = (receiver: Binding, name: string, depth = 0): { decl: FuncDecl; receiver: Binding } | undefined => {
    const type = receiver.type === undefined ? undefined : pointee(receiver.type)
    if (type?.kind !== 'named' || depth > 5) return undefined
    const decl = type.pkg?.method(type.name, name)
    if (decl !== undefined) return { decl, receiver }
    const under = underlying(type)
    for (const field of under.kind === 'struct' ? under.fields : []) {
      const inner = field.embedded ? fieldBinding(receiver, field.name, root) : undefined
      const found = inner === undefined ? undefined : methodOn(inner, name, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  const assign = (node: Syntax, context: Context): void => {
    const list = (field: string): readonly Syntax[] => {
      const found = child(node, field)
      return found === undefined ? [] : found.type === 'expression_list' ? found.kids : [found]
    }
    const [targets, values] = [list('left'), list('right')]
    for (const value of values) expression(value, context)
    targets.forEach((target, index) => {
      const value = values[index] ?? values[0]
      const source = value === undefined ? NO_BINDING : binding(value, context)
      if (target.type === 'identifier') {
        const call = value?.type === 'call_expression' ? oneLine(value, context) : undefined
        const before = context.names.get(target.text)
        // A name that is assigned again under a condition may stand for either.
        const reads = new Set([...(value === undefined ? [] : readsOf(value, context)), ...(node.type === 'assignment_statement' ? (before?.reads ?? []) : [])])
        const test = node.type === 'short_var_declaration' && values.length === targets.length && value !== undefined ? testOfName(machine, lookups, target.text, value, context) : undefined
        if (target.text !== '_') context.names.set(target.text, { ...source, type: source.type ?? (node.type === 'assignment_statement' ? before?.type : undefined), reads, call, test, isLocal: true })
        return
      }
      const to = binding(target, context)
      if (to.path !== undefined && to.path !== root.variable) emit('assign', node, context, { path: to.path })
    })
  }
  const lookups: Lookups = { variable: root.variable, binding, entered: (node, context) => entered(node, context) }
  const testOf = (node: Syntax | undefined, context: Context): string => (node === undefined ? '' : testText(machine, lookups, node, context))
  const under = (context: Context, text: string, node: Syntax | undefined, test = testOf(node, context)): Context => ({
    ...context,
    conditions: [...context.conditions, { text, test, reads: node === undefined ? new Set<string>() : readsOf(node, context) }],
  })
  const block = (nodes: readonly Syntax[], context: Context): void => {
    let inner: Context = { ...context, names: new Map(context.names) }
    for (const node of flat(nodes)) inner = statement(node, inner)
  }
  const statement = (node: Syntax, context: Context): Context => {
    switch (node.type) {
      case 'if_statement':
        return ifStatement(node, context)
      case 'short_var_declaration':
      case 'assignment_statement':
        assign(node, context)
        return context
      case 'return_statement':
        returned(node, context)
        return context
      case 'for_statement': {
        const [body, clause] = [child(node, 'body'), node.kids.find(({ type }) => type !== 'block')]
        const inner = { ...context, names: new Map(context.names) }
        const over = clause === undefined ? undefined : (child(clause, 'right') ?? clause)
        expression(over, context)
        const reads = over === undefined ? new Set<string>() : readsOf(over, context)
        const left = clause === undefined ? undefined : child(clause, 'left')
        for (const name of left?.kids ?? []) inner.names.set(name.text, { ...NO_BINDING, reads })
        const names = (left?.kids ?? []).map(({ text }) => (text === '_' ? '_' : `_${text}`))
        const test = clause?.type === 'range_clause' ? `for ${names.join(', ')}${names.length === 0 ? '' : ' := '}range ${testOf(over, context)}` : '_for'
        if (body !== undefined) block(body.kids, under(inner, `for ${clause === undefined ? '' : oneLine(clause, context)}`, over, test))
        return mayLeave(node) ? onlyWhere(context, '_left') : context
      }
      case 'expression_switch_statement':
      case 'type_switch_statement': {
        const value = child(node, 'value')
        expression(value, context)
        const cases = node.kids.filter(({ type }) => type.endsWith('_case'))
        const testOfCase = (one: Syntax): string =>
          children(one, 'value').flatMap((kid) => (kid.type === 'expression_list' ? kid.kids : [kid])).map((kid) => (value === undefined ? `(${testOf(kid, context)})` : `(${testOf(value, context)}) == (${testOf(kid, context)})`)).join(' || ')
        const tests = node.type === 'type_switch_statement' ? [] : cases.map(testOfCase)
        for (const [index, one] of cases.entries()) {
          const wanted = children(one, 'value').map((kid) => oneLine(kid, context)).join(', ')
          const text = one.type === 'default_case' ? `none of the cases of ${value === undefined ? 'switch' : oneLine(value, context)}` : value === undefined ? wanted : `${oneLine(value, context)} == ${wanted}`
          block(one.kids.filter(({ field }) => field !== 'value' && field !== 'type'), under(context, text, value ?? child(one, 'value'), testOfChoice(tests, index)))
        }
        return mayLeave(node) ? onlyWhere(context, '_left') : context
      }
      case 'block':
        block(node.kids, context)
        return context
      case 'var_declaration':
      case 'expression_statement':
      case 'defer_statement':
        expression(node, context)
        return context
      default:
        return context
    }
  }
  const ifStatement = (node: Syntax, outer: Context): Context => {
    const context = { ...outer, names: new Map(outer.names) }
    const [initializer, condition, first, second] = ['initializer', 'condition', 'consequence', 'alternative'].map((field) => child(node, field))
    if (initializer !== undefined) statement(initializer, context)
    expression(condition, context)
    const text = condition === undefined ? '' : oneLine(condition, context)
    const before = events.length
    if (first !== undefined) block(first.kids, under(context, text, condition))
    const test = testOf(condition, context)
    if (second !== undefined) block(second.type === 'if_statement' ? [second] : second.kids, under(context, negated(text), condition, negated(test)))
    // What stands behind a way out that is no error is only reached without it; a test for nil says nothing to a reader.
    const leaves = flat(first?.kids ?? []).at(-1)?.type === 'return_statement' && second === undefined && events.length === before && !/\b(nil|err)\b/.test(text)
    if (leaves) return under(outer, negated(text), condition, negated(test))
    // Every other way out counts for who judges, too.
    if (alwaysLeaves(first) && !mayLeave(second)) return onlyWhere(outer, negated(test))
    return mayLeave(first) || mayLeave(second) ? onlyWhere(outer, '_left') : outer
  }
  const returned = (node: Syntax, context: Context): void => {
    const before = events.length
    for (const kid of node.kids) expression(kid, context)
    if (events.length > before) return
    // An error that is handed on as it is.
    const values = node.kids[0]?.type === 'expression_list' ? node.kids[0].kids : node.kids
    const last = values.at(-1)
    const call = last?.type === 'identifier' && /err/i.test(last.text) ? context.names.get(last.text)?.call : undefined
    if (last !== undefined && call !== undefined && !call.startsWith('append(')) emit('error', node, context, { message: `whatever ${call} returns` })
  }
  return { statement }
}
