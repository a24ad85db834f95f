import type { Operand } from './operand-result.ts'
import type { OutlinePart } from './scan-outline.ts'
import type { PackageTable } from './package-table.ts'
import type { FileSyntax } from './read-syntax.ts'
import type { Scope } from './scope.ts'
import type { SourceFile } from './source-file.ts'
import type { Syntax } from './syntax.ts'

/** Everything that can be looked at while resolving. */
export interface World {
  /** What is declared in a package; undefined when its source is not at hand. */
  importTable(importPath: string, from: SourceFile): PackageTable | undefined
  /** Its name without reading more than heads of files. */
  packageName(importPath: string, from: SourceFile): string | undefined
  /** Syntax of one part of a file, without what no other declaration needs. */
  part(source: SourceFile, part: OutlinePart): FileSyntax
  /** Syntax of a whole file. */
  whole(source: SourceFile): FileSyntax
  /** What an expression is. Here, because whatever an expression is made of may hold expressions again. */
  operand(node: Syntax | undefined, scope: Scope): Operand
  /** Records a function with its body. */
  visitFunction(node: Syntax, scope: Scope): void
  /** How deep evaluation has gone; see `enter`. */
  depth: number
  /** How often evaluation was too deep. */
  tooDeep: number
}

const DEEPEST = 300

/** Counts one level in; false when it would be too deep for the stack: then the answer is not known. */
export function enter(world: World): boolean {
  if (world.depth >= DEEPEST) {
    world.tooDeep++
    return false
  }
  world.depth++
  return true
}

/** Counts one level out. */
export function leave(world: World): void {
  world.depth--
}
