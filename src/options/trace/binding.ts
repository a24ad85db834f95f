import { sameType, underlying, type GoType } from '../machine/index.ts'

/** What is known of a name or expression while reading what a function does with the options. */
export interface Binding {
  /** The path of the options it stands for; undefined where it stands for none. */
  readonly path: string | undefined
  readonly type: GoType | undefined
  /** Paths of fields its value was made of. */
  readonly reads: ReadonlySet<string>
  /** The call it is the result of, as in the source. */
  readonly call: string | undefined
  /** What it certainly is, as a test; see `Check.test`. */
  readonly test?: string | undefined
  /** A variable of the function, rather than what it is called with. */
  readonly isLocal?: boolean
}

export const NO_BINDING: Binding = { path: undefined, type: undefined, reads: new Set(), call: undefined }

/** The options: their path and type. */
export interface OptionsRoot {
  readonly variable: string
  /** The struct type, without pointer. */
  readonly type: GoType
}

/** A type without its pointer. */
export function pointee(type: GoType): GoType {
  return type.kind === 'pointer' ? type.elem : type
}

/** A field of what a binding stands for, promoted ones with the fields in between; undefined where it has none. */
export function fieldBinding(binding: Binding, name: string, root: OptionsRoot): Binding | undefined {
  if (binding.type === undefined) return undefined
  let level: { path: string | undefined; type: GoType }[] = [{ path: binding.path, type: pointee(binding.type) }]
  for (let depth = 0; depth < 6 && level.length > 0; depth++) {
    const next: typeof level = []
    for (const { path, type } of level) {
      const under = underlying(type)
      if (under.kind !== 'struct') continue
      for (const field of under.fields) {
        const inner = field.type()
        const at = sameType(pointee(inner), root.type) ? root.variable : path === undefined ? undefined : `${path}.${field.name}`
        if (field.name === name) return { path: at, type: inner, reads: new Set(at === undefined ? [] : [at]), call: undefined }
        if (field.embedded) next.push({ path: at, type: pointee(inner) })
      }
    }
    level = next
  }
  return undefined
}
