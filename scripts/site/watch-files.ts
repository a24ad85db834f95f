import { watch } from 'chokidar'

/** Editors write a file in several steps; what comes within this time counts as one change. */
const TOGETHER_MS = 50

/**
 * Tells which files below these folders, or of these files, have been written, added or deleted: absolute paths, several at once.
 * Resolves when it has begun to watch.
 */
export async function watchFiles(paths: readonly string[], hear: (changed: readonly string[]) => void): Promise<{ close(): Promise<void> }> {
  const changed = new Set<string>()
  let soon: NodeJS.Timeout | undefined
  const tell = (): void => {
    const now = [...changed]
    changed.clear()
    hear(now)
  }
  const watcher = watch([...paths], { ignoreInitial: true, ignored: (path) => /[/\\](\.git|node_modules)$/.test(path) })
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (path) => {
      changed.add(path)
      clearTimeout(soon)
      soon = setTimeout(tell, TOGETHER_MS)
    })
  }
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return {
    close() {
      clearTimeout(soon)
      return watcher.close()
    },
  }
}
