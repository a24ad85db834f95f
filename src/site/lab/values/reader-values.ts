import type { ParameterConfig } from '../../../config/index.ts'
import { resolveValues, validateValue } from '../../../lab/parameters/index.ts'

/** What a reader has set, by parameter; what is not in it has its default. */
export type ReaderValues = Readonly<Record<string, string>>

/** What follows `#` in an address that carries values. */
const FRAGMENT = 'values='

/** Only values that a step can take, and that differ from the defaults: whatever was stored or sent, nothing else gets in. */
export function acceptValues(parameters: readonly ParameterConfig[], given: Readonly<Record<string, unknown>>): ReaderValues {
  let accepted: Record<string, string> = {}
  for (const parameter of parameters) {
    const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined
    if (typeof value === 'string' && validateValue(parameter, value, 'en') === undefined) accepted[parameter.name] = value
  }
  // A value that is what the default comes to with the others is none of its own.
  for (const { name } of parameters) {
    const { [name]: own, ...others } = accepted
    if (own !== undefined && resolveValues(parameters, others)[name] === own) accepted = others
  }
  return accepted
}

/** Values as the fragment of an address, with its `#`; they stay readable in it. */
export function toFragment(values: ReaderValues): string {
  return `#${FRAGMENT}${new URLSearchParams(values).toString()}`
}

/** The values in the fragment of an address; undefined when it is about something else. */
export function fromFragment(parameters: readonly ParameterConfig[], hash: string): ReaderValues | undefined {
  const text = hash.replace(/^#/, '')
  if (!text.startsWith(FRAGMENT)) return undefined
  return acceptValues(parameters, Object.fromEntries(new URLSearchParams(text.slice(FRAGMENT.length))))
}

/** Values from what storage holds, whatever that is. */
export function fromStored(parameters: readonly ParameterConfig[], text: string | null): ReaderValues {
  try {
    const given: unknown = JSON.parse(text ?? '{}')
    return typeof given === 'object' && given !== null ? acceptValues(parameters, given as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
