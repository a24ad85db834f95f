import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'
import { WaymarkError, type Diagnostic } from '../../src/report/index.ts'
import { git } from '../source/support/sample-repository.ts'
import { temporaryFolder } from '../start/temporary-folder.ts'
import { newProject, repositoryOf } from './new-project.ts'

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')

/** What a project is refused for. */
async function refusal(made: Promise<unknown>): Promise<Diagnostic> {
  const error = await made.then(() => undefined, (thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(WaymarkError)
  return (error as WaymarkError).diagnostics[0] as Diagnostic
}

describe('a walkthrough of', () => {
  it.each([
    ['single', '.main', ['main.main', 'greet.All', 'greet.one', 'greet.write']],
    // Through a module that a local replace names; the last step is a method whose call stands in a closure.
    ['multi', 'cmd/serve.main', ['main.main', 'web.Serve', 'web.handle', 'store.Store.Copy', 'store.Store.copyOne']],
    // What is vendored is somebody else's; what an interface calls is not proven.
    ['vendored', 'example.org/vendored.main', ['main.main', 'main.start']],
    // No main: a generic type's method.
    ['library', 'library.Stack.Push', ['library.Stack.Push', 'library.Stack.grow', 'library.resize']],
    // No go.mod at the root: modules that a go.work uses together.
    ['workspace', 'tool.main', ['main.main', 'lib.Do', 'lib.step']],
    ['std', 'text/scan.Words', ['scan.Words', 'scan.split', 'token.List', 'token.collect']],
  ])('%s follows the calls as far as they are proven', async (fixture, entry, expected) => {
    const repository = repositoryOf(fixture)
    const { folder, stops } = await newProject(repository, entry)
    expect(stops).toEqual(expected)
    await expect(read(folder, `content/docs/${fixture}/first-steps.md`)).toMatchFileSnapshot(`expected/${fixture}.en.md`)
    await expect(read(folder, `content/docs/zh-cn/${fixture}/first-steps.md`)).toMatchFileSnapshot(`expected/${fixture}.zh-CN.md`)
    const lock = JSON.parse(read(folder, `content/locks/${fixture}.lock.json`)) as { source: { commit: string }; hops: Record<string, { status: string }> }
    expect(lock.source.commit).toBe(git(repository, 'rev-parse', 'HEAD'))
    expect(Object.values(lock.hops).map(({ status }) => status)).toEqual(expected.slice(1).map(() => 'resolved'))
  })

  it('a folder without git uses it where it is', async () => {
    const { folder } = await newProject(join(import.meta.dirname, 'fixtures/single'), 'greet.All', { tag: 'v9' })
    const config = read(folder, 'walkthrough.config.ts')
    expect(config).toContain(`source: { folder: '${join(import.meta.dirname, 'fixtures/single')}' }`)
    expect(config).toContain("version: 'v9'")
    expect(config).toContain("name: 'MIT License'")
    expect(config).toContain("holder: 'The Single Authors'")
  })
})

describe('the project', () => {
  it('holds all that npm needs, and nothing of another walkthrough', async () => {
    const { folder } = await newProject(repositoryOf('single'), '.main', { waymark: projectRoot })
    expect(readdirSync(folder).filter((name) => !name.startsWith('.')).sort()).toEqual([
      'LICENSE', 'README.md', 'astro.config.mjs', 'content', 'content.config.ts', 'package-lock.json', 'package.json', 'public', 'scripts', 'src', 'tsconfig.json', 'walkthrough.config.ts',
    ])
    expect(readdirSync(join(folder, 'content')).sort()).toEqual(['docs', 'i18n', 'locks'])
    expect(readdirSync(join(folder, '.vscode/extensions/waymark')).sort()).toEqual(['extension.js', 'package.json'])
    const own = JSON.parse(read(folder, 'package.json')) as { name: string; dependencies: object; scripts: object; devDependencies?: object }
    const lock = JSON.parse(read(folder, 'package-lock.json')) as { name: string; packages: Record<string, { dev?: boolean; dependencies?: object }> }
    expect([own.name, lock.name, own.devDependencies]).toEqual(['single-walkthrough', 'single-walkthrough', undefined])
    expect(lock.packages['']?.dependencies).toEqual(own.dependencies)
    expect(Object.values(lock.packages).filter(({ dev }) => dev === true)).toEqual([])
    for (const name of Object.keys(own.scripts)) expect(existsSync(join(folder, 'scripts', `${name}.ts`))).toBe(true)
  })

  it('has a config that Node can read', async () => {
    const { folder } = await newProject(repositoryOf('multi'), 'cmd/serve.main')
    mkdirSync(join(folder, 'src/config'), { recursive: true })
    cpSync(join(projectRoot, 'src/config/define-config.ts'), join(folder, 'src/config/index.ts'))
    const file = join(folder, 'walkthrough.config.ts')
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', `console.log(JSON.stringify((await import(${JSON.stringify(file)})).default))`], { encoding: 'utf8' })
    expect(JSON.parse(printed)).toMatchObject({ title: 'multi', walkthroughs: [{ id: 'multi', version: 'v1.0.0', aliases: { store: 'example.org/multi/store' } }] })
  })
})

describe('refused', () => {
  it('an entry that is not there, with the nearest that are', async () => {
    const told = await refusal(newProject(repositoryOf('multi'), 'cmd/server.main'))
    expect(told).toMatchObject({ code: 'entry-unknown', message: 'Nothing here is called cmd/server.main.' })
    expect(told.candidates).toEqual(['example.org/multi/cmd/copy.main', 'example.org/multi/cmd/serve.main'])
  })

  it('an entry like nothing there is, with the places where programs begin, or what a library offers', async () => {
    const told = await refusal(newProject(repositoryOf('multi'), 'nosuch.Thing'))
    expect(told).toMatchObject({ code: 'entry-unknown', candidates: ['example.org/multi/cmd/copy.main', 'example.org/multi/cmd/serve.main'] })
    const library = await refusal(newProject(repositoryOf('std'), 'nosuch.Thing'))
    expect(library.candidates?.length).toBeGreaterThan(0)
    expect(library.candidates).toContain('text/scan.Words')
  })

  it('an entry that several packages have', async () => {
    const told = await refusal(newProject(repositoryOf('multi'), 'main.main'))
    expect(told).toMatchObject({ code: 'entry-ambiguous', candidates: ['example.org/multi/cmd/copy.main', 'example.org/multi/cmd/serve.main'] })
  })

  it('an entry that calls nothing because it is a type', async () => {
    const told = await refusal(newProject(repositoryOf('library'), 'library.Stack'))
    expect(told).toMatchObject({ code: 'entry-not-function', candidates: ['example.org/library/v2.Stack.Push', 'example.org/library/v2.Stack.grow'] })
  })

  it('a folder with something in it, which is left as it is', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    const told = await refusal(newProject(repositoryOf('single'), '.main', { folder }))
    expect(told).toMatchObject({ code: 'folder-not-empty', found: 'mine.txt' })
    expect(readdirSync(folder)).toEqual(['mine.txt'])
  })

  it('a repository without the tag, with the tags that are like it', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'made'))
    const told = await refusal(newProject(repositoryOf('single'), '.main', { tag: 'v1.0.1', folder: join(folder, 'made') }))
    expect(told).toMatchObject({ code: 'tag-unknown', expected: 'refs/tags/v1.0.1', candidates: ['v1.0.0'], fix: 'Name a tag that the repository has with --tag.' })
    expect([readdirSync(folder), readdirSync(join(folder, 'made'))]).toEqual([['made'], []])
  })

  it('a version far from any, with the newest; and a repository that has none, with what to do', async () => {
    expect(await refusal(newProject(repositoryOf('single'), '.main', { tag: 'nightly' }))).toMatchObject({ code: 'tag-unknown', candidates: ['v1.0.0'] })
    const bare = temporaryFolder()
    git(bare, 'init', '--quiet')
    expect(await refusal(newProject(bare, '.main', { tag: 'v1.0.0' }))).toMatchObject({ code: 'tag-unknown', found: 'a repository without any tag', fix: expect.stringContaining('git tag v0.1.0') as string })
  })

  it('a folder that is none, or holds no Go, or only links to it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'go.txt'), 'none')
    expect(await refusal(newProject(join(folder, 'go.txt'), '.main'))).toMatchObject({ code: 'folder-is-file' })
    expect(await refusal(newProject(folder, '.main'))).toMatchObject({ code: 'not-go', expected: 'a go.mod at its root, or .go files anywhere in it', found: 'neither' })
    symlinkSync(join(import.meta.dirname, 'fixtures/single'), join(folder, 'src'))
    expect(await refusal(newProject(folder, '.main'))).toMatchObject({ code: 'not-go', found: 'neither; src is a symbolic link, and what links lead to is not read' })
  })

  it('an address that could reach git as a command', async () => {
    expect(await refusal(newProject('ext::sh -c true', '.main'))).toMatchObject({ code: 'origin-invalid' })
  })
})
