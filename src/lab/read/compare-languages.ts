import type { Diagnostic } from '../../report/index.ts'
import { formatCondition } from '../versions/condition.ts'
import type { Fence, Step, Template } from '../step.ts'

/** Where a translation's steps differ from the first language's in anything that is run or compared. */
export function compareLanguages(steps: readonly Step[], translated: readonly Step[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const step of steps) {
    const other = translated.find(({ id }) => id === step.id)
    if (other === undefined) {
      diagnostics.push(differs(`The translation has no step "${step.id}".`, step.file, step.line, 'Translate it.'))
      continue
    }
    const told = [attributesOf(step), ...step.fences.map(fenceText)]
    const there = [attributesOf(other), ...other.fences.map(fenceText)]
    const at = told.findIndex((text, index) => text !== there[index])
    if (at === -1 && told.length === there.length) continue
    const index = at === -1 ? told.length : at
    diagnostics.push({
      ...differs(`The step "${step.id}" is not the same in both languages.`, other.file, other.fences[index - 1]?.line ?? other.line, 'Make both the same; only prose is translated.'),
      expected: told[index] ?? 'nothing more',
      found: there[index] ?? 'nothing more',
    })
  }
  for (const extra of translated.filter(({ id }) => !steps.some((step) => step.id === id)))
    diagnostics.push(differs(`Only the translation has the step "${extra.id}".`, extra.file, extra.line, 'Remove it, or add it to the first language.'))
  return diagnostics
}

const differs = (message: string, file: string, line: number, fix: string): Diagnostic => ({ code: 'step-differs', severity: 'error', message, file, line, column: 1, fix })

const attributesOf = ({ needs, tools, ports, creates, diskMegabytes, down }: Step): string =>
  [
    `needs=${needs.join(' ')}`,
    `tools=${tools.map(({ tool, bounds }) => bounds.map(formatCondition).join(' ') || tool).join(' ')}`,
    `ports=${ports.join(' ')}`,
    `creates=${creates.map(sourceOf).join(' ')}`,
    `disk=${diskMegabytes}`,
    ...(down ? ['down'] : []),
  ].join('\n')

/** Everything about a fence that is not prose; `reason` is. */
function fenceText(fence: Fence): string {
  const { language, kind, os, when, template } = fence
  const more =
    kind === 'service' ? [`name=${fence.name}`, `ready=${sourceOf(fence.ready)}`, `wait=${fence.wait}`] : kind === 'file' ? [`path=${sourceOf(fence.path)}`] : kind === 'install' ? [`tool=${fence.tool}`] : []
  const fails = kind === 'run' && fence.fails ? ['fails'] : []
  return [[language, kind, ...fails, ...more, ...(os === undefined ? [] : [`os=${os}`]), ...(when === undefined ? [] : [`when=${formatCondition(when)}`])].join(' '), sourceOf(template)].join('\n')
}

const sourceOf = (template: Template): string => template.map((part) => (part.kind === 'parameter' ? `{{${part.name}}}` : part.text)).join('')
