import type { ParameterConfig } from '../../config/index.ts'

/** A value for every parameter, by name. */
export type LabValues = Readonly<Record<string, string>>

/**
 * Every parameter's value: what was set, otherwise its default, in which the values of other parameters are filled in.
 *
 * A default that names itself, directly or not, keeps the name as it stands.
 */
export function resolveValues(parameters: readonly ParameterConfig[], set: Readonly<Partial<Record<string, string>>> = {}): LabValues {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  const resolve = (name: string, within: readonly string[]): string | undefined => {
    const parameter = byName.get(name)
    if (parameter === undefined || within.includes(name)) return undefined
    return set[name] ?? parameter.default.replace(/\{\{(\w+)\}\}/g, (text, inner: string) => resolve(inner, [...within, name]) ?? text)
  }
  return Object.fromEntries(parameters.map(({ name }) => [name, resolve(name, []) ?? '']))
}
