import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FolderReader } from './program/index.ts'

/** Reads Go files below a folder on disk; told of each file that is read. */
export function diskReader(root: string, onRead?: (path: string, text: string) => void): FolderReader {
  return {
    goFiles(folder) {
      try {
        return readdirSync(join(root, folder), { withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name.endsWith('.go') && !/^[._]/.test(entry.name))
          .map(({ name }) => name)
          .sort()
      } catch {
        return []
      }
    },
    read(path) {
      try {
        const text = readFileSync(join(root, path), 'utf8')
        onRead?.(path, text)
        return text
      } catch {
        return undefined
      }
    },
  }
}
