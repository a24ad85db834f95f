import { loadConfig, projectRoot } from '../../src/config/index.ts'
import { loadLab, readSettings, type Lab, type LabValues, type Step } from '../../src/lab/index.ts'
import { nearest, WaymarkError } from '../../src/report/index.ts'

/** The lab with the values that were set. */
export interface OpenLab {
  readonly lab: Lab
  readonly values: LabValues
}

/**
 * Reads the lab and the settings.
 *
 * @throws WaymarkError where a chapter of the first language or a setting is wrong: a script made of half a step would be worse.
 */
export async function openLab(settings: readonly string[], root = projectRoot, configFile = process.env['WAYMARK_CONFIG']): Promise<OpenLab> {
  const config = await loadConfig(configFile, root)
  const loaded = await loadLab(config, root)
  if (loaded === undefined) throw new WaymarkError({ code: 'lab-missing', severity: 'error', message: 'This project has no lab.', fix: 'Declare one in walkthrough.config.ts.' })
  const files = new Set(loaded.lab.steps.map(({ file }) => file))
  const errors = loaded.diagnostics.filter(({ severity, file, code }) => severity === 'error' && code !== 'step-differs' && (file === undefined || files.has(file)))
  const { values, diagnostics } = readSettings(loaded.lab.config, settings)
  if (errors.length > 0 || diagnostics.length > 0) throw new WaymarkError([...errors, ...diagnostics])
  return { lab: loaded.lab, values }
}

/**
 * The step of this name.
 *
 * @throws WaymarkError that lists the names there are.
 */
export function stepOf(lab: Lab, id: string): Step {
  const step = lab.steps.find((one) => one.id === id)
  if (step !== undefined) return step
  const ids = lab.steps.map((one) => one.id)
  throw new WaymarkError({
    code: 'step-unknown',
    severity: 'error',
    message: `The lab has no step "${id}".`,
    expected: ids.join(', '),
    found: id,
    candidates: nearest(id, ids),
    fix: 'Name one of those.',
  })
}
