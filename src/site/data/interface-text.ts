import type { InterfaceStringKey } from '../content/interface-strings.ts'

/** The interface strings of a language; this project's own are always there, Starlight's may be. */
export type InterfaceText = Readonly<Record<InterfaceStringKey, string>> & Readonly<Record<string, string | undefined>>

/**
 * What Starlight's `Astro.locals.t.all()` gives, with the type it really has: a test checks that each language has every key.
 */
export function interfaceText(all: unknown): InterfaceText {
  return all as InterfaceText
}
