import type { LabConfig } from '../../config/index.ts'
import { nearest, type Diagnostic } from '../../report/index.ts'
import type { Fence, Step } from '../step.ts'

/** What is wrong with the steps taken together: names, order, outputs that belong to nothing. */
export function checkSteps(steps: readonly Step[], lab: LabConfig): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const ids = steps.map(({ id }) => id)
  const services = new Map<string, Step>()
  steps.forEach((step, index) => {
    const error = (code: string, message: string, fix: string, line = step.line, candidates: readonly string[] = []): void => {
      diagnostics.push({ code, severity: 'error', message, file: step.file, line, column: 1, candidates, fix })
    }
    if (ids.indexOf(step.id) !== index) error('step-twice', `There are two steps called "${step.id}".`, 'Rename one of them.')
    for (const need of step.needs) {
      if (!ids.includes(need)) error('step-unknown', `The step "${step.id}" needs "${need}", which is no step.`, 'Correct needs="…".', step.line, nearest(need, ids))
      else if (ids.indexOf(need) >= index) error('step-order', `The step "${step.id}" needs "${need}", which comes later.`, 'Swap them, or correct needs="…".')
    }
    for (const fence of step.fences) {
      if (fence.kind === 'service') {
        if (services.has(fence.name)) error('service-twice', `There are two services called "${fence.name}".`, 'Rename one of them.', fence.line)
        services.set(fence.name, step)
      }
    }
    for (const fence of orphans(step.fences)) error('output-alone', 'An output belongs to the `run` fence before it.', 'Put it right after the commands that print it.', fence.line)
  })
  if (steps.length > 0 && !ids.includes(lab.program.step)) {
    diagnostics.push({
      code: 'step-unknown',
      severity: 'error',
      message: `lab.program.step names "${lab.program.step}", which is no step.`,
      file: 'walkthrough.config.ts',
      candidates: nearest(lab.program.step, ids),
      fix: 'Name the step that starts the program.',
    })
  }
  return diagnostics
}

/** Outputs with no `run` before them, apart from other outputs. */
function orphans(fences: readonly Fence[]): Fence[] {
  return fences.filter((fence, at) => {
    if (fence.kind !== 'output') return false
    const before = fences.slice(0, at).findLast(({ kind }) => kind !== 'output')
    return before?.kind !== 'run'
  })
}
