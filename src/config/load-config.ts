import { fileURLToPath, pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { WaymarkError, type Diagnostic } from '../report/index.ts'
import { configSchema, type WaymarkConfig } from './schema.ts'

/** Absolute path of the project's root folder, without a trailing slash. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/**
 * Reads and checks a config module (default: the project's `walkthrough.config.ts`).
 *
 * @throws WaymarkError with one `config-invalid` diagnostic for each thing that is wrong.
 */
export async function loadConfig(file = 'walkthrough.config.ts', root = projectRoot): Promise<WaymarkConfig> {
  const module: unknown = await import(pathToFileURL(resolve(root, file)).href)
  const parsed = configSchema.safeParse((module as { default?: unknown }).default)
  if (parsed.success) return parsed.data
  throw new WaymarkError(
    parsed.error.issues.map(
      (issue): Diagnostic => ({
        code: 'config-invalid',
        severity: 'error',
        message: `${issue.path.join('.') || 'the config'}: ${issue.message}`,
        file,
        fix: `Correct it in ${file}; src/config/schema.ts says what each setting holds.`,
      }),
    ),
  )
}
