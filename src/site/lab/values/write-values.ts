import type { ParameterConfig } from '../../../config/index.ts'
import { formatValue, type LabValues, type ValueFormat } from '../../../lab/parameters/index.ts'

/** Writes values into every command below `root`, quoted as each place needs it, by the function that quoted the defaults. */
export function writeValues(root: ParentNode, parameters: readonly ParameterConfig[], values: LabValues): void {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  for (const span of root.querySelectorAll<HTMLElement>('[data-param]')) {
    const parameter = byName.get(span.dataset['param'] ?? '')
    if (parameter === undefined) continue
    const text = formatValue(parameter, values[parameter.name] ?? '', (span.dataset['format'] ?? 'shell') as ValueFormat)
    if (span.textContent !== text) span.textContent = text
  }
}
