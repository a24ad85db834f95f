import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WalkthroughConfig } from '../config/index.ts'
import { WaymarkError } from '../report/index.ts'
import { emptyLock, lockSchema, type Lock } from './lock.ts'

/** Path of a walkthrough's lock file, relative to the project's root. */
export const lockFile = (walkthroughId: string): string => `content/locks/${walkthroughId}.lock.json`

/** What a lock of this walkthrough says its source is. */
export function lockSource({ source, version }: WalkthroughConfig): Lock['source'] {
  return 'repository' in source
    ? { repository: source.repository, tag: source.tag, commit: source.commit }
    : { repository: source.folder, tag: version, commit: '' }
}

/**
 * Reads a walkthrough's lock file; one that is not there yet is empty.
 *
 * @throws WaymarkError `lock-invalid` when it cannot be read as one, e.g. after a merge with conflicts.
 */
export async function readLock(walkthrough: WalkthroughConfig, projectRoot: string): Promise<Lock> {
  const file = lockFile(walkthrough.id)
  let text: string
  try {
    text = await readFile(join(projectRoot, file), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyLock(lockSource(walkthrough))
    throw error
  }
  return parseLock(text, file)
}

/** Reads a lock from text. */
export function parseLock(text: string, file: string): Lock {
  const problem = (found: string, line?: number): WaymarkError =>
    new WaymarkError({
      code: 'lock-invalid',
      severity: 'error',
      message: 'The lock file cannot be read.',
      file,
      line,
      expected: 'the JSON that npm run check -- --accept writes',
      found,
      fix: 'Take either side of the merge, or delete the file; then run: npm run check -- --accept',
    })
  const conflict = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})/.test(line))
  if (conflict !== -1) throw problem('marks of a merge conflict', conflict + 1)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw problem(error instanceof Error ? error.message : String(error))
  }
  const parsed = lockSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw problem(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'another shape'}`)
}
