import type { Lab } from '../lab.ts'
import { renderFence } from '../render-step.ts'
import type { LabValues } from '../parameters/index.ts'
import type { Platform, Step } from '../step.ts'
import { holds } from '../versions/condition.ts'
import { matchOutput, type OutputMismatch } from './match-output.ts'
import type { Transcript } from './read-transcript.ts'

/** One comparison: an output's fence and, where it did not fit, how. */
export interface ComparedOutput {
  readonly step: Step
  /** One-based line of the expected text in its author's file. */
  readonly line: number
  readonly mismatch: OutputMismatch | undefined
}

/** Compares every output of the commands that ran, choosing by system and version as the script chose. */
export function compareOutputs(
  lab: Lab,
  ran: { readonly transcript: Transcript; readonly values: LabValues; readonly platform: Platform; readonly versions: Readonly<Record<string, string>>; readonly home: string },
): ComparedOutput[] {
  const { transcript, platform, versions, home } = ran
  const values = Object.fromEntries(Object.entries(ran.values).map(([name, value]) => [name, value.replace(/^(?:\$HOME|~)(?=\/)/, () => home)]))
  return lab.steps.flatMap((step) => {
    let printed: string | undefined
    return step.fences.flatMap((fence, index): ComparedOutput[] => {
      if (fence.kind === 'run') printed = transcript.outputs.get(`${step.id}:${index}`) ?? printed
      if (fence.kind !== 'output' || printed === undefined) return []
      const { when } = fence
      const applies = when === undefined || holds(when, versions[when.component] ?? '0')
      if (!applies || (fence.os !== undefined && fence.os !== platform)) return []
      return [{ step, line: fence.line, mismatch: matchOutput(renderFence(fence, lab.config, values).text, printed) }]
    })
  })
}
