import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { collectBindings } from '../../src/markdown/bindings/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import { applyEdits, editsFor, newLock, rewrite, type Edit, type Rebound, type Verdict } from '../../src/upgrade/index.ts'
import { formatLock, lockFile, readLock, sourceBinder } from '../../src/walkthrough/index.ts'
import { lockSource } from '../../src/walkthrough/read-lock.ts'
import { pinEdits } from './pin-edits.ts'
import type { Upgrade } from './compare-versions.ts'

/** What was written. */
export interface Applied {
  readonly files: readonly string[]
  readonly places: number
  /** What the config does not say yet, because it cannot be known here. */
  readonly left: readonly string[]
}

/**
 * Writes what is certain: names and anchors in chapters, symbols and the pin in the config, and the lock file. Prose is never
 * touched. Files are replaced one by one, each in one step, chapters first: a run that is interrupted can be run again.
 *
 * @throws WaymarkError when the lock file cannot be read; nothing is written then.
 */
export async function applyUpgrade({ report, other, chapters, configFiles, after }: Upgrade, walkthrough: WalkthroughConfig, projectRoot: string): Promise<Applied> {
  const { lock: accepted, problem } = await readLock(walkthrough, projectRoot)
  // What authors accepted would be lost with it.
  if (problem !== undefined) throw new WaymarkError(problem)
  const files: string[] = []
  let places = 0
  const write = async (file: string, before: string, text: string): Promise<void> => {
    if (text === before) return
    await mkdir(dirname(join(projectRoot, file)), { recursive: true })
    await writeFileAtomic(join(projectRoot, file), text)
    files.push(file)
  }
  const verdictOf = new Map(report.verdicts.map((verdict) => [verdict.binding, verdict]))
  const rebound: Rebound[] = []
  for (const { file, text, bindings } of chapters) {
    const known = bindings.flatMap((binding) => verdictOf.get(binding) ?? [])
    // Flags on command lines are not rewritten, and stand in the list by themselves.
    const written = known.filter(({ binding }) => binding.use !== 'step-flag')
    const result = rewrite(text, written, (changed) => collectBindings(changed, file))
    const now = collectBindings(result.text, file)
    rebound.push(...known.map((verdict) => ({ verdict, now: now[written.indexOf(verdict)] ?? verdict.binding })))
    places += result.applied.length
    await write(file, text, result.text)
  }
  const [main] = configFiles
  const pin = main === undefined ? { edits: [], left: [], walkthrough } : pinEdits(main, walkthrough, other, projectRoot)
  const inConfig = report.verdicts.filter(({ binding }) => binding.place.file === main?.file)
  const renamed = new Map<string, string>()
  const edits: Edit[] = inConfig.flatMap((verdict) => {
    const wanted = editsFor(verdict, main?.text ?? '')
    if (wanted.length > 0) renamed.set(verdict.binding.text, verdict.rewrite?.text ?? verdict.binding.text)
    return wanted
  })
  places += renamed.size
  if (main !== undefined) await write(main.file, main.text, applyEdits(main.text, [...edits, ...pin.edits]))

  const moved = renameIn(pin.walkthrough, renamed)
  const binder = await sourceBinder(after.index, moved, accepted)
  const lock = newLock([...rebound, ...inConfig.map(asIs(renamed))], { binder, walkthrough: moved, tree: after.index.tree, accepted, source: lockSource(moved) })
  await write(lockFile(walkthrough.id), '', formatLock(lock))
  return { files, places, left: pin.left }
}

const asIs = (renamed: ReadonlyMap<string, string>) => (verdict: Verdict): Rebound => ({
  verdict,
  now: { ...verdict.binding, text: renamed.get(verdict.binding.text) ?? verdict.binding.text },
})

/** The walkthrough with new names for its path's stops and its options' roots. */
function renameIn(walkthrough: WalkthroughConfig, renamed: ReadonlyMap<string, string>): WalkthroughConfig {
  const name = (symbol: string): string => renamed.get(symbol) ?? symbol
  return {
    ...walkthrough,
    path: walkthrough.path.map((stop) => ({ ...stop, symbol: name(stop.symbol), ...(stop.calledBy === undefined ? {} : { calledBy: name(stop.calledBy) }) })),
  }
}
