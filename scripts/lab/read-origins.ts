import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { originSchema, type Origin } from '../../src/lab/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import type { OpenLab } from './open-lab.ts'

/**
 * What the lab's own programs were made from, by the tool's name: read from `given`, or from `<program>.origin.json`, which whoever
 * builds one for the lab may put beside it. Nothing is told of a program without such a file.
 *
 * @throws WaymarkError where a file cannot be read or says something else.
 */
export async function readOrigins({ lab, values }: OpenLab, given?: string): Promise<Record<string, Origin>> {
  const origins: Record<string, Origin> = {}
  for (const { name, executable } of lab.config.tools) {
    const parameter = /^\{\{(\w+)\}\}$/.exec(executable ?? '')?.[1]
    const program = parameter === undefined ? undefined : values[parameter]?.replace(/^(?:\$HOME|~)(?=\/)/, () => homedir())
    const file = given ?? `${program ?? ''}.origin.json`
    if (program !== undefined && (given !== undefined || existsSync(file))) origins[name] = await readOrigin(file)
  }
  return origins
}

async function readOrigin(file: string): Promise<Origin> {
  try {
    return originSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new WaymarkError({
      code: 'origin-unreadable',
      severity: 'error',
      message: 'What the lab’s program is built from cannot be told.',
      file,
      expected: '{"vendor": "…", "package": "…", "replaced": []}',
      found: error instanceof Error ? error.message : String(error),
      fix: 'Correct the file, or leave --origin out.',
    })
  }
}
