import type { Lab } from '../../../lab/lab.ts'
import type { LabValues } from '../../../lab/parameters/index.ts'
import { buildScript } from '../../../lab/script/build-script.ts'

/**
 * The script of a step, or of all of them, with the reader's values: the very function that writes the files to download.
 *
 * Loaded when somebody asks for such a script, and not before.
 */
export function writeScript(lab: Pick<Lab, 'config' | 'steps'>, values: LabValues, stepId: string | undefined): string {
  const step = stepId === undefined ? undefined : lab.steps.find(({ id }) => id === stepId)
  return buildScript({ ...lab, verified: undefined }, { values, step })
}
