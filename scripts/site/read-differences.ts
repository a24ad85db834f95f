import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WaymarkConfig } from '../../src/config/index.ts'
import type { StoredVersion } from '../../src/markdown/differences/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import { differencesFile, differencesSchema, type Differences } from '../../src/upgrade/index.ts'

/** What is kept about other versions, by walkthrough id, and what is wrong with it. */
export interface ReadDifferences {
  readonly stored: ReadonlyMap<string, readonly StoredVersion[]>
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads what `upgrade --store` kept for the versions that the config lists. What is missing, broken or of another pin is told and left out. */
export function readDifferences({ walkthroughs }: WaymarkConfig, projectRoot: string): ReadDifferences {
  const stored = new Map<string, StoredVersion[]>()
  const diagnostics: Diagnostic[] = []
  for (const { id, versions = [], source } of walkthroughs) {
    for (const version of versions) {
      const file = differencesFile(id, version.tag)
      const tell = (code: string, message: string, found: string): void => {
        const fix = `npm run upgrade -- --walkthrough ${id} --to ${version.tag} --store`
        diagnostics.push({ code, severity: 'warning', message, file: existsSync(join(projectRoot, file)) ? file : 'walkthrough.config.ts', found, fix })
      }
      const differences = read(join(projectRoot, file))
      if (typeof differences === 'string') tell('differences-unreadable', `Pages cannot tell what differs in ${version.tag}.`, differences)
      else if (differences.from.commit !== ('commit' in source ? source.commit : '') || differences.to.commit !== version.commit) {
        tell('differences-stale', `What is kept about ${version.tag} compares other commits than the config names.`, `${differences.from.commit} → ${differences.to.commit}`)
      } else stored.set(id, [...(stored.get(id) ?? []), { version, differences, linesUrl: source.linesUrl }])
    }
  }
  return { stored, diagnostics }
}

function read(path: string): Differences | string {
  if (!existsSync(path)) return 'no file'
  try {
    const parsed = differencesSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : `${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
