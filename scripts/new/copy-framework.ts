import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { frameworkPackage, isFrameworkFile } from '../../src/scaffold/index.ts'

/** Folders that are made, or belong to one machine. */
const MADE = new Set(['node_modules', 'dist', '.git', '.cache', '.astro', 'reports', 'coverage'])

/** Copies what makes a walkthrough project run from a copy of Waymark, and gives the project its own name. */
export async function copyFramework(from: string, to: string, name: string): Promise<void> {
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(from, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!MADE.has(entry.name) || folder !== '') await visit(path)
      } else if (entry.isFile() && isFrameworkFile(path)) {
        await mkdir(dirname(join(to, path)), { recursive: true })
        await cp(join(from, path), join(to, path))
      }
    }
  }
  await visit('')
  const read = (file: string): Promise<string> => readFile(join(from, file), 'utf8')
  const own = frameworkPackage(name, await read('package.json'), await read('package-lock.json'))
  await writeFile(join(to, 'package.json'), own.package)
  await writeFile(join(to, 'package-lock.json'), own.lock)
}
