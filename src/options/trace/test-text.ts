import { child, type Syntax } from '../../golang/resolve/syntax.ts'
import { tableOf, type Machine, type Value } from '../machine/index.ts'
import type { FuncDecl } from '../program/index.ts'
import { NO_BINDING, type Binding } from './binding.ts'
import type { Context } from './context.ts'

/** Finds what reading functions knows of expressions. */
export interface Lookups {
  /** Name of the options, which no other name may look like. */
  readonly variable: string
  binding(node: Syntax, context: Context): Binding
  /** The function a call leads to, with the context of its body; undefined where that is not known. */
  entered(call: Syntax, context: Context): { readonly decl: FuncDecl; readonly context: Context } | undefined
}

const DEEPEST = 4
const LONGEST = 600

/**
 * An expression as text that can be judged elsewhere: paths for what stands for fields of the options, values for what the program
 * fixes, the one expression that a function returns in place of its call, `_name` for every other name of the function's own.
 */
export function testText(machine: Machine, lookups: Lookups, node: Syntax, context: Context, depth = 0): string {
  const { text: source } = context.env.file
  const whole = (from: Syntax): string => source.slice(from.start, from.end).replace(/\s+/g, ' ')
  /** The text of a node with what its kids become. */
  const woven = (from: Syntax): string => {
    let out = ''
    let at = from.start
    for (const kid of from.kids) {
      out += source.slice(at, kid.start) + text(kid)
      at = kid.end
    }
    return (out + source.slice(at, from.end)).replace(/\s+/g, ' ')
  }
  const named = (at: Syntax): string => {
    const known = context.names.get(at.text)
    if (known?.test !== undefined) return `(${known.test})`
    if (known?.path !== undefined && isSure(at, context)) return known.path
    if (known !== undefined || declares(context.decl, at.text, source)) return `_${at.text}`
    return fixed(machine, at, context) ?? (at.text === lookups.variable ? `_${at.text}` : at.text)
  }
  const called = (at: Syntax): string => {
    const entered = depth < DEEPEST ? lookups.entered(at, context) : undefined
    const only = entered === undefined || takesAny(entered.decl) ? undefined : onlyReturn(entered.decl)
    if (entered !== undefined && only !== undefined) {
      const inner = testText(machine, lookups, only, entered.context, depth + 1)
      if (inner.length < LONGEST) return `(${inner})`
    }
    return isFree(at, context) ? (fixed(machine, at, context) ?? woven(at)) : woven(at)
  }
  const text = (at: Syntax): string => {
    switch (at.type) {
      case 'func_literal':
        return '_func'
      case 'identifier':
        return named(at)
      case 'selector_expression': {
        const { path } = lookups.binding(at, context)
        if (path !== undefined && isSure(at, context)) return path
        const operand = child(at, 'operand')
        if (operand === undefined) return whole(at)
        const value = isFree(at, context) ? fixed(machine, at, context) : undefined
        if (value !== undefined) return value
        if (operand.type === 'identifier' && !context.names.has(operand.text) && machine.program.importNamed(operand.text, context.env.file) !== undefined) return whole(at)
        return text(operand) + source.slice(operand.end, at.end)
      }
      case 'call_expression':
        return called(at)
      default:
        return at.kids.length === 0 ? whole(at) : woven(at)
    }
  }
  return text(node)
}

/** Whether a name, or the one that a selector begins with, still is what it was at first: a parameter, or a variable set once. */
function isSure(node: Syntax, context: Context): boolean {
  const operand = child(node, 'operand')
  if (operand !== undefined) return isSure(operand, context)
  if (node.type === 'parenthesized_expression' || node.type === 'unary_expression') return node.kids.every((kid) => isSure(kid, context))
  if (node.type !== 'identifier') return false
  const known = context.names.get(node.text)
  return known?.isLocal === true ? known.test !== undefined : settings(node.text, context) === 0
}

/** How often a function sets one of its names, or hands out its address. */
function settings(name: string, { decl, env }: Context): number {
  const body = child(decl.node, 'body')
  const text = body === undefined ? '' : env.file.text.slice(body.start, body.end).replace(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\/[^\n]*|\/\*[^]*?\*\//g, ' ')
  const word = `(?<![\\w.])${name}\\b`
  const ways = [
    // name = …, name, other := …, other, name := …, name++
    `${word}(?:\\s*,[^=\\n{}();]*)?\\s*(?::=|[-+*/|&^%]?=(?!=)|\\+\\+|--)`,
    `,\\s*${name}\\s*:?=(?!=)`,
    `&${name}\\b(?![.\\[])`,
    // What it holds: name[key] = …, delete(name, key), name.Insert(…).
    `${word}\\[[^\\]]*\\]\\s*=(?!=)`,
    `delete\\(${name}\\b(?![.\\[])`,
    `${word}\\.(?:Insert|Delete|Add|Remove|Set|Clear|Pop\\w*)\\(`,
  ]
  return text.match(new RegExp(ways.join('|'), 'g'))?.length ?? 0
}

/** Whether an expression has nothing of the function's own in it, so that the program fixes what it is. */
function isFree(node: Syntax, context: Context): boolean {
  if (node.type === 'func_literal') return false
  if (node.type === 'identifier') return !context.names.has(node.text) && !declares(context.decl, node.text, context.env.file.text)
  return node.kids.every((kid) => isFree(kid, context))
}

/** Whether a function declares a name with `var`, of which nothing else is noted. */
function declares({ node }: FuncDecl, name: string, source: string): boolean {
  return new RegExp(`\\bvar\\s+[^=\\n]*\\b${name}\\b`).test(source.slice(node.start, node.end))
}

/** The value of an expression as a literal, where the program fixes it: text, number, truth, or a list or set of texts. */
function fixed(machine: Machine, node: Syntax, { env }: Context): string | undefined {
  if (/^(?:nil|true|false|len|cap|string|int|err|append)$/.test(node.text)) return undefined
  const [gaps, mark] = [machine.gaps.length, machine.journal.mark()]
  try {
    return literal(machine.evaluate(node, env))
  } catch {
    // Whatever ends the evaluation: it is no fixed value.
    return undefined
  } finally {
    machine.gaps.length = gaps
    machine.journal.undo(mark)
  }
}

function literal(value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value)
    case 'bool':
    case 'int':
      return String(value.value)
    case 'float':
      return Number.isFinite(value.value) ? String(value.value) : undefined
    case 'slice':
    case 'array': {
      const texts = value.cells.map(({ state }) => (state.value.kind === 'string' ? literal(state.value) : undefined))
      return texts.every((one) => one !== undefined) ? `list(${texts.join(', ')})` : undefined
    }
    case 'map': {
      const entries = [...(tableOf(value)?.values() ?? [])]
      const isSet = tableOf(value) !== undefined && entries.every(({ cell }) => cell.state.value.kind === 'struct' && cell.state.value.fields.size === 0)
      const texts = entries.map(({ key }) => (key.kind === 'string' ? literal(key) : undefined))
      return isSet && texts.every((one) => one !== undefined) ? `list(${texts.join(', ')})` : undefined
    }
    default:
      return undefined
  }
}

/** Whether a function takes any number of arguments, of which no single name can be told apart. */
function takesAny({ node }: FuncDecl): boolean {
  return child(node, 'parameters')?.kids.some(({ type }) => type === 'variadic_parameter_declaration') === true
}

/** What a function of nothing but one `return` returns. */
function onlyReturn({ node }: FuncDecl): Syntax | undefined {
  const statements = (child(node, 'body')?.kids ?? []).flatMap((one) => (one.type === 'statement_list' ? one.kids : [one]))
  const [only] = statements
  if (statements.length !== 1 || only?.type !== 'return_statement') return undefined
  const values = only.kids[0]?.type === 'expression_list' ? only.kids[0].kids : only.kids
  return values.length === 1 ? values[0] : undefined
}

/**
 * What a name declared with `:=` stands for, as a test; undefined where the function sets it anywhere else, or its address is taken.
 */
export function testOfName(machine: Machine, lookups: Lookups, name: string, value: Syntax, context: Context): string | undefined {
  // What is made here is filled somewhere else, by whoever gets hold of it.
  if (settings(name, context) !== 1 || value.type === 'composite_literal' || /^(?:make|new|append)\(|^&\w+(?:\.\w+)?\{/.test(context.env.file.text.slice(value.start, value.end))) return undefined
  const test = testText(machine, lookups, value, { ...context, names: new Map(context.names).set(name, NO_BINDING) })
  return test.length < LONGEST ? test : undefined
}

/** The test of one case of a switch: none of those before it holds, and this one does; of the default case none of all. */
export function testOfChoice(tests: readonly string[], index: number): string {
  const own = tests[index]
  if (own === undefined) return '_case'
  const others = (own === '' ? tests : tests.slice(0, index)).filter((test) => test !== '').map((test) => `!(${test})`)
  return [...others, ...(own === '' ? [] : [`(${own})`])].join(' && ')
}
