import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { projectFiles, readProjectFile } from './project-files.ts'

/** The folders of `src` in the order data flows. */
const ORDER = ['report', 'config', 'source', 'golang', 'walkthrough', 'options', 'lab', 'upgrade', 'markdown', 'authoring', 'scaffold', 'export', 'site']

interface Import {
  readonly file: string
  readonly target: string
  /** True for `import type`, which is gone when the code runs. */
  readonly typeOnly: boolean
}

/** Relative imports of a file, static and dynamic, as project paths. */
function relativeImports(file: string): Import[] {
  const text = readProjectFile(file)
  const found = text.matchAll(/\b(?:(import|export)(\s+type)?\b[^'"()]*?\bfrom\s*|import\s*\(?\s*)['"](\.{1,2}\/[^'"]+)['"]/g)
  return [...found].map((match) => ({ file, target: join(dirname(file), match[3] ?? ''), typeOnly: match[2] !== undefined }))
}

const folderOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]

describe('imports go one way', () => {
  const files = projectFiles(/^src\/.*\.(ts|astro)$/)
  const imports = files.flatMap(relativeImports)

  it('knows every folder of src', () => {
    const folders = [...new Set(files.map(folderOf))].filter((folder) => folder !== undefined)
    expect(folders.filter((folder) => !ORDER.includes(folder))).toEqual([])
    expect(imports.length).toBeGreaterThan(files.length / 2)
  })

  it('never to a folder further along', () => {
    const backwards = imports.filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(target)]
      return from !== undefined && to !== undefined && ORDER.indexOf(to) > ORDER.indexOf(from)
    })
    expect(backwards).toEqual([])
  })

  it('never from src to scripts or tests', () => {
    expect(imports.filter(({ target }) => /^(scripts|tests)\//.test(target))).toEqual([])
  })

  it('has no cycle between running files', () => {
    const running = imports.filter(({ typeOnly }) => !typeOnly)
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      if (done.has(file) || trail.includes(file)) return
      for (const { target } of running.filter((one) => one.file === file)) visit(target, [...trail, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })
})
