import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WalkthroughConfig } from '../config/index.ts'
import type { Diagnostic } from '../report/index.ts'
import { emptyLock, lockSchema, type Lock } from './lock.ts'
import { conflictSides, mergeLocks } from './merge-locks.ts'

/** Path of a walkthrough's lock file, relative to the project's root. */
export const lockFile = (walkthroughId: string): string => `content/locks/${walkthroughId}.lock.json`

/** What a lock of this walkthrough says its source is. */
export function lockSource({ source, version }: WalkthroughConfig): Lock['source'] {
  return 'repository' in source
    ? { repository: source.repository, tag: source.tag, commit: source.commit }
    : { repository: source.folder, tag: version, commit: '' }
}

/** A lock, and what was wrong with its file. */
export interface ReadLock {
  /** As far as it could be read. */
  readonly lock: Lock
  readonly problem: Diagnostic | undefined
}

/** Reads a walkthrough's lock file; one that is not there yet is empty. What is wrong with it is told, not thrown. */
export async function readLock(walkthrough: WalkthroughConfig, projectRoot: string): Promise<ReadLock> {
  const file = lockFile(walkthrough.id)
  const empty = emptyLock(lockSource(walkthrough))
  try {
    return parseLock(await readFile(join(projectRoot, file), 'utf8'), file, empty)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { lock: empty, problem: undefined }
    throw error
  }
}

/**
 * Reads a lock from text. Of one with the marks of a merge conflict, what both sides agree on is kept; of one that is no lock
 * at all, nothing is: `otherwise` takes its place.
 */
export function parseLock(text: string, file: string, otherwise: Lock): ReadLock {
  const conflict = text.split('\n').findIndex((line) => /^(<{7}|\|{7}|={7}|>{7})/.test(line))
  if (conflict !== -1) return readConflict(text, { file, line: conflict + 1 }, otherwise)
  const read = readWhole(text)
  if (read.kind === 'lock') return { lock: read.lock, problem: undefined }
  return {
    lock: otherwise,
    problem: {
      code: 'lock-invalid',
      severity: 'error',
      message: 'The lock file cannot be read.',
      file,
      line: 1,
      expected: 'the JSON that npm run check -- --accept writes',
      found: read.reason,
      fix: 'Get it back from your version control, or record everything anew: npm run check -- --accept',
    },
  }
}

function readConflict(text: string, place: { file: string; line: number }, otherwise: Lock): ReadLock {
  const sides = conflictSides(text)
  const [ours, theirs] = [sides?.ours, sides?.theirs].map((side) => readWhole(side ?? ''))
  const merged = ours?.kind === 'lock' && theirs?.kind === 'lock' ? mergeLocks(ours.lock, theirs.lock) : undefined
  const disputed = merged?.disputed ?? []
  const named = disputed.slice(0, MENTIONED).join('\n') + (disputed.length > MENTIONED ? `\nand ${disputed.length - MENTIONED} more` : '')
  return {
    lock: merged?.lock ?? otherwise,
    problem: {
      code: merged === undefined ? 'lock-invalid' : 'lock-conflict',
      severity: 'error',
      message: 'The lock file holds the marks of a merge conflict.',
      ...place,
      expected: 'one side, or what npm run check -- --accept makes of the two',
      found: merged === undefined ? 'two sides that are not both whole' : disputed.length === 0 ? 'two sides that agree on every entry both have' : `two sides that disagree on:\n${named}`,
      fix:
        merged === undefined
          ? 'Take either side of the merge, or delete the file; then run: npm run check -- --accept'
          : 'Look at what they disagree on; then run: npm run check -- --accept. It keeps the rest as both sides have accepted it.',
    },
  }
}

/** How many disputed entries a message names. */
const MENTIONED = 8

function readWhole(text: string): { readonly kind: 'lock'; readonly lock: Lock } | { readonly kind: 'none'; readonly reason: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { kind: 'none', reason: error instanceof Error ? error.message : String(error) }
  }
  const parsed = lockSchema.safeParse(json)
  if (parsed.success) return { kind: 'lock', lock: parsed.data }
  const [issue] = parsed.error.issues
  return { kind: 'none', reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'another shape'}` }
}
