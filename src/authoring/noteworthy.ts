import type { GoNode } from '../golang/index.ts'
import type { DeclaredCode } from '../walkthrough/declared-code.ts'

/** Why a line deserves a note: a call leads on, a value of the path is set, an error is looked at, a result is handed back. */
export type Reason = 'leads-on' | 'sets' | 'checks' | 'returns'

/** A line that a note could stand at. */
export interface NoteworthyLine {
  /** One-based line of the file. */
  readonly line: number
  readonly reason: Reason
}

/** More notes than this beside one excerpt are a wall. */
const MOST = 8

/** What is kept first where there is too much. */
const ORDER: readonly Reason[] = ['leads-on', 'sets', 'returns', 'checks']

/** Statements that are looked at; what they hold besides other statements decides. */
const STATEMENTS = ['short_var_declaration', 'assignment_statement', 'expression_statement', 'go_statement', 'defer_statement', 'if_statement', 'return_statement', 'keyed_element']

/**
 * The lines of a function at which a note would make sense, by its structure alone, in order.
 *
 * @param names names of functions and methods that the path goes on to, without package or receiver
 */
export function noteworthyLines({ node }: DeclaredCode, names: ReadonlySet<string>): NoteworthyLine[] {
  const given = new Set([...parameters(node), ...results(node)])
  const lines = new Map<number, Reason>()
  for (const statement of node.descendantsOfType(STATEMENTS)) {
    const reason = reasonFor(statement, names, given)
    if (reason === undefined) continue
    const at = firstNode(statement, reason, names)
    const line = at.startPosition.row + 1
    const known = lines.get(line)
    if (known === undefined || ORDER.indexOf(reason) < ORDER.indexOf(known)) lines.set(line, reason)
  }
  const last = [...lines].filter(([, reason]) => reason === 'returns').map(([line]) => line).sort((a, b) => a - b).at(-1)
  return [...lines]
    .map(([line, reason]) => ({ line, reason }))
    // A function gives back its result once; the other ways out are guarded by what has a note already.
    .filter(({ line, reason }) => reason !== 'returns' || line === last)
    .sort((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) || a.line - b.line)
    .slice(0, MOST)
    .sort((a, b) => a.line - b.line)
}

function reasonFor(statement: GoNode, names: ReadonlySet<string>, given: ReadonlySet<string>): Reason | undefined {
  const own = statement.type === 'if_statement' ? headOf(statement) : [statement]
  // A literal with functions in it is no line; the statements inside have their turn.
  if (own.some((part) => part.type !== 'if_statement' && part.descendantsOfType('func_literal').length > 0)) return undefined
  if (own.some((part) => callsIn(part, names).length > 0)) return 'leads-on'
  if (statement.type === 'if_statement') return own.some((part) => part.descendantsOfType('identifier').some(({ text }) => /^err(s|ors)?$/i.test(text))) ? 'checks' : undefined
  if (statement.type === 'return_statement') return 'returns'
  if (statement.type === 'assignment_statement') {
    const left = statement.childForFieldName('left')
    return (left?.namedChildren ?? []).some((value) => given.has(rootOf(value))) ? 'sets' : undefined
  }
  return undefined
}

/** What stands before the body of an `if`. */
const headOf = (statement: GoNode): GoNode[] => [statement.childForFieldName('initializer'), statement.childForFieldName('condition')].filter((part) => part !== null)

function callsIn(node: GoNode, names: ReadonlySet<string>): GoNode[] {
  return node.descendantsOfType('call_expression').filter((call) => {
    const called = call.childForFieldName('function')
    const name = called?.type === 'selector_expression' ? called.childForFieldName('field')?.text : called?.text
    return name !== undefined && names.has(name)
  })
}

/**
 * Where the note belongs: at the call that leads on, however far down in a long statement, and for an error that is only
 * looked at, where it comes from.
 */
function firstNode(statement: GoNode, reason: Reason, names: ReadonlySet<string>): GoNode {
  if (reason === 'leads-on') return callsIn(statement, names)[0] ?? statement
  if (reason !== 'checks' || statement.childForFieldName('initializer') !== null) return statement
  const siblings = (statement.parent?.namedChildren ?? []).filter(({ type }) => type !== 'comment')
  const before = siblings[siblings.findIndex(({ startIndex }) => startIndex === statement.startIndex) - 1]
  return before !== undefined && MAKING.includes(before.type) ? before : statement
}

/** Statements that an error can come from. */
const MAKING = ['short_var_declaration', 'assignment_statement']

/** The variable that a chain of selectors begins with. */
function rootOf(value: GoNode): string {
  let node = value
  for (let inner = node.childForFieldName('operand'); inner !== null; inner = node.childForFieldName('operand')) node = inner
  return node.text
}

/** Variables that are handed back as they are, apart from a single error. */
function results(node: GoNode): string[] {
  const lists = node.descendantsOfType('return_statement').flatMap(({ namedChildren }) => namedChildren)
  return lists.flatMap(({ namedChildren }) => namedChildren.filter(({ type, text }) => type === 'identifier' && text !== 'err').map(({ text }) => text))
}

/** Names of receiver and parameters, and of what is declared as a struct of its own: the values that the path is about. */
function parameters(node: GoNode): Set<string> {
  const declared = node.descendantsOfType(['parameter_declaration', 'variadic_parameter_declaration']).flatMap((one) => one.namedChildren.filter(({ type }) => type === 'identifier'))
  const made = node.descendantsOfType('short_var_declaration').flatMap((one) => {
    const value = one.childForFieldName('right')?.text ?? ''
    return /^&?[\w.]+\{/.test(value) ? (one.childForFieldName('left')?.namedChildren ?? []) : []
  })
  return new Set([...declared, ...made].map(({ text }) => text))
}
