import type { Json } from '../../src/options/index.ts'

/** A place of the options as a running program found it (`.ci/options/printer/print.go`). */
export interface PrintedNode {
  readonly path: string
  /** As declared; `dynamic` is what an interface holds. */
  readonly type: string
  readonly dynamic?: string
  readonly kind: string
  readonly value: Json
  /** What `String()` says of it. */
  readonly text?: string
}

/** A flag of the command as a running program found it; `usage` still has its back quotes. */
export interface PrintedFlag {
  readonly name: string
  readonly shorthand: string
  readonly type: string
  readonly value: string
  readonly usage: string
  readonly deprecated: string
  readonly hidden: boolean
  /** Empty where the command has no sections. */
  readonly section: string
}

/** Reads what a printer printed; a pointer's place comes before that of what it points to and has the same path, the first counts. */
export function readPrinted(text: string): { readonly nodes: ReadonlyMap<string, PrintedNode>; readonly flags: readonly PrintedFlag[] } {
  const nodes = new Map<string, PrintedNode>()
  const flags: PrintedFlag[] = []
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ')
    if (line.startsWith('flag ')) flags.push(JSON.parse(line.slice(space)) as PrintedFlag)
    if (!line.startsWith('node ')) continue
    const node = JSON.parse(line.slice(space)) as PrintedNode
    if (!nodes.has(node.path)) nodes.set(node.path, node)
  }
  return { nodes, flags }
}
