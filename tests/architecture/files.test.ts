import { describe, expect, it } from 'vitest'
import { projectFiles, readProjectFile } from './project-files.ts'

const sources = projectFiles(/\.(ts|mjs|js|astro|css)$/)
const texts = projectFiles(/^(?!LICENSE|package-lock\.json).*\.(ts|mjs|js|astro|css|md|json|yml|yaml|go|sh|html)$|^\.ci\//)

describe('files', () => {
  it('have one idea: at most 300 lines', () => {
    const long = sources.map((file) => ({ file, lines: readProjectFile(file).split('\n').length - 1 })).filter(({ lines }) => lines > 300)
    expect(long).toEqual([])
  })

  it('name no folder of one machine and no package registry', () => {
    const machine = new RegExp(`/(${['work', 'root', 'opt', 'home/\\w+', 'Users/\\w+'].join('|')})/\\w|registry\\.npm`)
    // Paths of containers and servers may be told about in chapters; in code they would be somebody's machine.
    const naming = texts
      .filter((file) => !file.startsWith('content/') && !file.startsWith('tests/architecture/'))
      .flatMap((file) =>
        readProjectFile(file)
          .split('\n')
          .flatMap((line, index) => (machine.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])),
      )
    expect(naming).toEqual([])
  })

  it('run no test alone, and leave none out', () => {
    const marks = projectFiles(/^tests\/.*\.test\.ts$/).filter((file) =>
      /\b(it|test|describe)\.(only|skip|todo)\(/.test(readProjectFile(file)),
    )
    expect(marks).toEqual([])
  })
})

describe('folders of src', () => {
  const indexes = projectFiles(/^src\/[^/]+\/index\.ts$/)
  const folders = [...new Set(projectFiles(/^src\/[^/]+\/.+\.ts$/).map((file) => file.split('/')[1]))]

  it.each(indexes)('%s starts with what the folder is for', (index) => {
    const opening = /^\/\*\*([\s\S]*?)\*\//.exec(readProjectFile(index))?.[1] ?? ''
    expect(opening.replace(/[\s*]+/g, ' ').trim().length).toBeGreaterThan(80)
  })

  it('have an index, except where Astro finds files by place', () => {
    const missing = folders.filter((folder) => !indexes.includes(`src/${folder ?? ''}/index.ts`))
    expect(missing.filter((folder) => folder !== 'site')).toEqual([])
  })
})

describe('the lock file of npm', () => {
  it('names no registry', () => {
    expect(readProjectFile('package-lock.json')).not.toMatch(/"resolved"/)
  })

  it('pins every direct dependency to one version', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readProjectFile('package.json')) as Record<string, Record<string, string>>
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})
