import { UNKNOWN, type Type } from './types.ts'

/** Computes a type once, when first asked for. What needs itself is unknown: that does not compile, or syntax does not tell. */
export function lazyType(compute: () => Type): () => Type {
  let known: Type | undefined
  let busy = false
  return () => {
    if (known !== undefined) return known
    if (busy) return UNKNOWN
    busy = true
    try {
      known = compute()
      return known
    } finally {
      busy = false
    }
  }
}
