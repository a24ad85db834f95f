import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { TreeReader } from './module-layout.ts'

/** Reads a tree on disk for `moduleLayout`. Nothing outside `root` is looked at, symbolic links followed. */
export function diskTree(root: string): TreeReader {
  const realRoot = existsSync(root) ? realpathSync.native(root) : root
  const inside = (path: string): string | undefined => {
    let real: string
    try {
      real = realpathSync.native(join(root, path))
    } catch {
      return undefined
    }
    if (real === realRoot) return ''
    const below = relative(realRoot, real)
    return below.startsWith('..') || below === '' || /^[A-Za-z]:/.test(below) ? undefined : below.split(sep).join('/')
  }
  return {
    readText(path) {
      // Asked for many folders that have none: the cheap question first.
      if (statSync(`${root}/${path}`, { throwIfNoEntry: false }) === undefined) return undefined
      const real = inside(path)
      if (real === undefined) return undefined
      try {
        return readFileSync(join(realRoot, real), 'utf8')
      } catch {
        return undefined
      }
    },
    isFolder(path) {
      const real = inside(path)
      return real !== undefined && (statSync(join(realRoot, real), { throwIfNoEntry: false })?.isDirectory() ?? false)
    },
    realFolder: inside,
  }
}
