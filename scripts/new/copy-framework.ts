import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { frameworkPackage, isFrameworkFile } from '../../src/scaffold/index.ts'

/** Folders that are made, or belong to one machine. */
const MADE = new Set(['node_modules', 'dist', '.git', '.cache', '.astro', 'reports', 'coverage'])

/** Copies what makes a walkthrough project run from a copy of Waymark, and gives the project its own name. */
export async function copyFramework(from: string, to: string, name: string): Promise<void> {
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(from, folder), { withFileTypes: true })
    const paths = entries.map((entry) => ({ entry, path: folder === '' ? entry.name : `${folder}/${entry.name}` }))
    const files = paths.filter(({ entry, path }) => entry.isFile() && isFrameworkFile(path))
    if (files.length > 0) await mkdir(join(to, folder), { recursive: true })
    await Promise.all(files.map(({ path }) => copyFile(join(from, path), join(to, path))))
    for (const { entry, path } of paths) if (entry.isDirectory() && (folder !== '' || !MADE.has(entry.name))) await visit(path)
  }
  await visit('')
  const read = (file: string): Promise<string> => readFile(join(from, file), 'utf8')
  const own = frameworkPackage(name, await read('package.json'), await read('package-lock.json'))
  await writeFile(join(to, 'package.json'), own.package)
  await writeFile(join(to, 'package-lock.json'), own.lock)
}
