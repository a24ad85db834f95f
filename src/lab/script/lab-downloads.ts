import type { Lab } from '../lab.ts'
import { resolveValues } from '../parameters/index.ts'
import { buildScript } from './build-script.ts'

/** A file the site serves: its path from the site's base, without a slash in front, and its text. */
export interface LabDownload {
  readonly path: string
  readonly text: string
}

/** The scripts a reader can download, with default values and for every system: `lab/setup.sh`, `lab/steps/<id>.sh`. */
export function labDownloads(lab: Lab): LabDownload[] {
  const values = resolveValues(lab.config.parameters)
  return [
    { path: 'lab/setup.sh', text: buildScript(lab, { values }) },
    ...lab.steps.map((step) => ({ path: stepDownload(step.id), text: buildScript(lab, { values, step }) })),
  ]
}

/** Where the script of a step stands. */
export function stepDownload(id: string): string {
  return `lab/steps/${id}.sh`
}
