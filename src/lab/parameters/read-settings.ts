import { nearest, type Diagnostic } from '../../report/index.ts'
import type { LabConfig } from '../../config/index.ts'
import { resolveValues, type LabValues } from './resolve-values.ts'
import { validateValue } from './validate-value.ts'

/** The lab's values for settings such as `SECURE_PORT=7443`, and what is wrong with them. */
export function readSettings(lab: LabConfig, settings: readonly string[]): { values: LabValues; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const names = lab.parameters.map(({ name }) => name)
  const set: Record<string, string> = {}
  for (const setting of settings) {
    const at = setting.indexOf('=')
    const name = at === -1 ? setting : setting.slice(0, at)
    const parameter = lab.parameters.find((one) => one.name === name)
    if (at === -1 || parameter === undefined) {
      diagnostics.push({
        code: at === -1 ? 'setting-form' : 'parameter-unknown',
        severity: 'error',
        message: at === -1 ? `"${setting}" sets nothing.` : `The lab has no parameter ${name}.`,
        expected: 'NAME=value',
        found: setting,
        candidates: nearest(name, names).length > 0 ? nearest(name, names) : names,
        fix: 'Name one of the parameters.',
      })
      continue
    }
    const value = setting.slice(at + 1)
    const refusal = validateValue(parameter, value, 'en')
    if (refusal === undefined) set[name] = value
    else diagnostics.push({ code: 'value-refused', severity: 'error', message: `${name}: ${refusal}`, found: value, fix: `For example ${name}=${parameter.default}` })
  }
  return { values: resolveValues(lab.parameters, set), diagnostics }
}
