import type { Syntax } from '../../golang/resolve/syntax.ts'
import type { Gap } from '../model.ts'
import type { Decl, FuncDecl, Program } from '../program/index.ts'
import type { Env } from './env.ts'
import type { GoType } from './go-type.ts'
import type { Journal } from './journal.ts'
import type { Cell, FuncValue, Native, Spot, Trail, Value } from './value.ts'

/** How a statement ends. */
export type Signal =
  | undefined
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'break' | 'continue' | 'goto'; readonly label: string | undefined }

/** A call that goes on; returns under unknown conditions wait in it to be merged. */
export interface Frame {
  readonly start: number
  readonly results: readonly GoType[]
  /** Cells of named results. */
  readonly named: readonly Cell[]
  readonly pending: { readonly values: Map<Cell, Value>; readonly value: Value; readonly why: string; readonly at: Spot }[]
  readonly deferred: (() => void)[]
}

/**
 * The body of a loop that is tried for what it may change. A jump under an unknown condition is passed over there, so that what
 * stands behind it counts too.
 */
export interface Probe {
  /** Whether a `break` without a label ends the loop, rather than a `switch` in it. */
  readonly ownsBreak: boolean
  /** Labels of the jumps that were passed over. */
  readonly labels: Set<string>
}

/** What is known of libraries without their source. */
export interface Library {
  /** Functions as `importPath.Name`, methods as `importPath.Type.Name`. */
  readonly functions: ReadonlyMap<string, Native>
  type(importPath: string, name: string): GoType | undefined
  /** A package-level variable or constant. */
  value(importPath: string, name: string): Value | undefined
  /** Told of what is handed to a function that cannot be followed. */
  lost(value: Value, call: string, at: Spot): void
}

/**
 * An interpreter of Go for values of which some are unknown. Parts call each other through this, because whatever an
 * expression is made of may hold expressions and statements again.
 */
export interface Machine {
  readonly program: Program
  readonly journal: Journal
  readonly globals: Map<string, Cell>
  readonly types: Map<string, GoType>
  readonly gaps: Gap[]
  library: Library
  trail: Trail | undefined
  depth: number
  steps: number
  /** Set while the body of a loop is tried of which it is not known how often it runs. */
  probe: Probe | undefined
  /** The function that makes the options: where it returns none of them but an error, nothing is to be told of. */
  maker: Syntax | undefined
  /** Told of every call of a function of the program that returns. */
  onReturn: ((callee: FuncValue, value: Value) => void) | undefined
  evaluate(node: Syntax, env: Env): Value
  /** The cell an expression stands for; undefined when it cannot be assigned to. */
  locate(node: Syntax, env: Env): Cell | undefined
  typeFrom(node: Syntax, env: Env): GoType
  execute(nodes: readonly Syntax[], env: Env, frame: Frame): Signal
  statement(node: Syntax, env: Env, frame: Frame): Signal
  call(callee: FuncValue, args: readonly Value[], at: Spot, text: string): Value
  callNode(node: Syntax, env: Env): Value
  literal(body: Syntax, type: GoType, env: Env): Value
  /** The field or method of a value; undefined when it has none. */
  member(value: Value, name: string, at: Spot): Value | undefined
  declared(decl: Decl, at: Spot): Value
  func(decl: FuncDecl, receiver: Value | undefined, args: readonly GoType[]): FuncValue
}

/** Ends what is being evaluated, because of something in the source. */
class Stop extends Error {
  readonly why: string
  readonly at: Spot

  constructor(why: string, at: Spot) {
    super(why)
    this.why = why
    this.at = at
  }
}

/** A path of the program that ends here: a panic, an exit. */
export class DeadEnd extends Stop {}

/** A `break`, `continue` or end of a loop that hangs on something unknown: the loop as a whole is not known. */
export class LoopUnknown extends Stop {}

/** The bound on work is reached. */
export class OutOfSteps extends Error {}

export const MOST_STEPS = 3_000_000
export const DEEPEST = 150

/** Runs something inside of a tried loop body, or, without a probe, apart from it. */
export function withProbe<Result>(machine: Machine, probe: Probe | undefined, run: () => Result): Result {
  const outer = machine.probe
  machine.probe = probe
  try {
    return run()
  } finally {
    machine.probe = outer
  }
}

/** The place of a node. */
export function spot(node: Syntax, env: Env): Spot {
  return { file: env.file, offset: node.start }
}

/** Source of a node on one line. */
export function sourceText(node: Syntax, env: Env): string {
  return env.file.text.slice(node.start, node.end).replace(/\s+/g, ' ')
}

/** Says that something was not understood. */
export function tellGap(machine: Machine, code: string, message: string, at: Spot): void {
  const place = at.file.place(at.offset)
  const known = machine.gaps.some((gap) => gap.code === code && gap.at?.file === place.file && gap.at.line === place.line)
  if (!known) machine.gaps.push({ code, message, at: place })
}
