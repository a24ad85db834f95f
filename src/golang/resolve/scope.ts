import type { Entity, Found } from './entity.ts'
import type { FileContext } from './file-context.ts'
import type { Syntax } from './syntax.ts'

/** Told what each identifier means, where identifiers are being recorded. */
export type Recorder = (node: Syntax, found: Found) => void

interface Local {
  readonly entity: Entity
  readonly block: object
  readonly before: Local | undefined
}

/**
 * What is in scope at one place: locals, innermost last, then the file. Declaring makes a new scope, so that what was
 * captured earlier never sees what was declared later (Go spec, "Declarations and scope").
 */
export interface Scope {
  readonly file: FileContext
  readonly locals: Local | undefined
  readonly block: object
  readonly record: Recorder | undefined
  readonly labels: ReadonlyMap<string, Entity> | undefined
}

/** The scope of everything at package level of a file. */
export function topScope(file: FileContext, record?: Recorder): Scope {
  return { file, locals: undefined, block: {}, record, labels: undefined }
}

/** A new block inside. */
export function nested(scope: Scope): Scope {
  return { ...scope, block: {} }
}

/** The same scope, for looking without recording. */
export function quiet(scope: Scope): Scope {
  return scope.record === undefined ? scope : { ...scope, record: undefined }
}

/** The scope behind a declaration. */
export function declare(scope: Scope, entity: Entity): Scope {
  if (entity.name === '_') return scope
  return { ...scope, locals: { entity, block: scope.block, before: scope.locals } }
}

/** What the innermost block itself declares under this name so far. */
export function declaredInBlock(scope: Scope, name: string): Entity | undefined {
  for (let local = scope.locals; local !== undefined && local.block === scope.block; local = local.before) {
    if (local.entity.name === name) return local.entity
  }
  return undefined
}

/** What a name means here. */
export function lookup(scope: Scope, name: string): Found {
  for (let local = scope.locals; local !== undefined; local = local.before) {
    if (local.entity.name === name) return { kind: 'one', entity: local.entity, sure: true }
  }
  return scope.file.lookup(name)
}
