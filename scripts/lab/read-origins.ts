import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { originSchema, type Origin } from '../../src/lab/index.ts'
import type { OpenLab } from './open-lab.ts'

/**
 * What the lab's own programs were made from, by the tool's name: read from `<program>.origin.json`, which whoever builds one
 * for the lab may put beside it. Nothing is told of a program without such a file.
 *
 * @throws ZodError where the file says something else.
 */
export async function readOrigins({ lab, values }: OpenLab): Promise<Record<string, Origin>> {
  const origins: Record<string, Origin> = {}
  for (const { name, executable } of lab.config.tools) {
    const parameter = /^\{\{(\w+)\}\}$/.exec(executable ?? '')?.[1]
    const program = parameter === undefined ? undefined : values[parameter]?.replace(/^(?:\$HOME|~)(?=\/)/, () => homedir())
    const file = `${program ?? ''}.origin.json`
    if (program !== undefined && existsSync(file)) origins[name] = originSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  }
  return origins
}
