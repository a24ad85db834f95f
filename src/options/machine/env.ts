import type { GoFile } from '../program/index.ts'
import type { GoType } from './go-type.ts'
import type { Cell } from './value.ts'

/** What a local name stands for. */
export type Local = { readonly kind: 'cell'; readonly cell: Cell } | { readonly kind: 'type'; readonly type: GoType }

/** Names in scope at one place: a block inside blocks, at last the file. */
export interface Env {
  readonly file: GoFile
  readonly names: Map<string, Local>
  readonly outer: Env | undefined
  /** What `iota` is here, in a constant declaration. */
  readonly iota: number | undefined
}

/** The scope of a file's top. */
export function fileEnv(file: GoFile, iota?: number): Env {
  return { file, names: new Map(), outer: undefined, iota }
}

/** A new block. */
export function block(outer: Env): Env {
  return { file: outer.file, names: new Map(), outer, iota: outer.iota }
}

/** What a name stands for, among locals. */
export function findLocal(env: Env, name: string): Local | undefined {
  for (let at: Env | undefined = env; at !== undefined; at = at.outer) {
    const local = at.names.get(name)
    if (local !== undefined) return local
  }
  return undefined
}

/** Declares a local; the blank identifier declares nothing. */
export function declareLocal(env: Env, name: string, cell: Cell): void {
  if (name !== '_') env.names.set(name, { kind: 'cell', cell })
}
