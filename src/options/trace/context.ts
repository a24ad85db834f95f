import type { Syntax } from '../../golang/resolve/syntax.ts'
import type { Env } from '../machine/index.ts'
import type { FuncDecl } from '../program/index.ts'
import type { Binding } from './binding.ts'

/** A condition on the way to a statement. */
export interface Condition {
  /** As in the source. */
  readonly text: string
  /** The same with paths for what stands for fields; see `Check.test`. */
  readonly test: string
  readonly reads: ReadonlySet<string>
}

/** Where reading a function has come to. */
export interface Context {
  readonly decl: FuncDecl
  readonly env: Env
  readonly names: Map<string, Binding>
  readonly group: string
  readonly conditions: readonly Condition[]
  readonly step: { number: number; text: string } | undefined
  readonly callers: readonly Syntax[]
}

/** What is so where a condition does not hold. */
export function negated(text: string): string {
  return /^!\w[\w.()]*$/.test(text) ? text.slice(1) : `!(${text})`
}

/** Statements, blocks and lists of them taken apart. */
export function flat(nodes: readonly Syntax[]): Syntax[] {
  return nodes.flatMap((node) => (node.type === 'statement_list' || node.type === 'block' ? flat(node.kids) : [node]))
}

/** A node on one line, cut where it is long. */
export function oneLine(node: Syntax, { env }: Context): string {
  const text = env.file.text.slice(node.start, node.end).replace(/\s+/g, ' ')
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}

const JUMPS = ['return_statement', 'continue_statement', 'break_statement', 'goto_statement']

/** Whether a statement may lead past those behind it: a jump in it, leaving out what ends no more than a loop or `switch` of its own. */
export function mayLeave(node: Syntax | undefined, jumps: readonly string[] = JUMPS): boolean {
  if (node === undefined || node.type === 'func_literal') return false
  if (jumps.includes(node.type) || (JUMPS.includes(node.type) && node.kids.length > 0)) return true
  const own = node.type === 'for_statement' ? ['continue_statement', 'break_statement'] : /_switch_statement$|^select_statement$/.test(node.type) ? ['break_statement'] : []
  const inner = own.length === 0 ? jumps : jumps.filter((type) => !own.includes(type))
  return node.kids.some((kid) => mayLeave(kid, inner))
}

/** Whether a block always ends with a jump. */
export function alwaysLeaves(block: Syntax | undefined): boolean {
  return JUMPS.includes(flat(block?.kids ?? []).at(-1)?.type ?? '')
}

/** The context behind a statement that leads there only where a test holds. */
export function onlyWhere(context: Context, test: string): Context {
  return { ...context, conditions: [...context.conditions, { text: '', test, reads: new Set() }] }
}
