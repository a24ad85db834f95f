import type { Diagnostic } from '../report/index.ts'
import type { HopRecord } from './lock.ts'

const configPlace = { file: 'walkthrough.config.ts', line: 1, column: 1 }

/**
 * What an author should look at in a step of the path that stands: it is another kind of step than the one last recorded, or
 * nothing proves it. Lines may move freely.
 */
export function doubtsOf(hop: HopRecord, accepted: HopRecord | undefined, callee: string, caller: string): Diagnostic[] {
  if (accepted !== undefined && describe(accepted) !== describe(hop)) {
    return [
      {
        code: 'hop-changed',
        severity: 'warning',
        message: `${caller} leads to ${callee} in another way than when somebody last looked.`,
        ...configPlace,
        expected: describe(accepted),
        found: `${describe(hop)}, in ${hop.file}:${hop.line}`,
        fix: 'Read that line and what the chapters say of it; when they agree: npm run check -- --accept',
      },
    ]
  }
  if (accepted !== undefined || hop.status === 'resolved') return []
  return [
    {
      code: 'hop-not-proven',
      severity: 'warning',
      message: `Nothing proves that ${caller} calls ${callee}: a call there only has its name.`,
      ...configPlace,
      expected: 'a call that can lead nowhere else',
      found: `${describe(hop)}, in ${hop.file}:${hop.line}`,
      fix: 'Read that line. If it is the call you mean, record it: npm run check -- --accept. Pages go on saying that only the name fits.',
    },
  ]
}

/** A step in words, without its place. */
function describe({ status, how, through, via }: HopRecord): string {
  const what = how === 'value' ? 'handed over as a value' : status === 'resolved' ? 'a proven call' : 'a call by name only'
  return [what, ...(through === undefined ? [] : [`through ${through}`]), ...(via === undefined ? [] : [`inside ${via}`])].join(', ')
}
