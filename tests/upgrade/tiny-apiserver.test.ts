import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'
import type { Report } from '../../src/upgrade/index.ts'
import { NEXT, projectCopy, run, writeNext } from './project.ts'

const extra = 'content/docs/tiny-apiserver/extra.md'
const EXTRA = ['---', 'title: Extra', '---', '', 'Keys are bounded by :flag[--max-entries], the port by :flag[--port]; see :file[app/chain.go] and :sym[options.validateSizes].', ''].join('\r\n')

const ASK = ['--walkthrough', 'tiny-apiserver', '--offline', '--to']

/** Subjects with their status, for one file; `!`: it needs a person. */
const statuses = ({ verdicts }: Report, file: string): string[] =>
  verdicts.filter(({ binding }) => binding.place.file === file).map(({ binding, status, needsPerson }) => `${binding.use} ${binding.text} ${status}${needsPerson ? ' !' : ''}`)

describe('two versions of tiny-apiserver', () => {
  it('tells what became of everything, rewrites what is certain, and check then says the rest', { timeout: 60_000 }, async () => {
    const project = projectCopy()
    mkdirSync(join(project, 'content/docs/tiny-apiserver'), { recursive: true })
    writeFileSync(join(project, extra), EXTRA)
    const page = join(project, 'report.html')
    const first = await run(project, 'upgrade', [...ASK, NEXT, '--json', '--page', page])
    expect([first.code, first.stderr.includes('error')]).toEqual([1, false])
    const report = JSON.parse(first.stdout) as Report
    expect({ counts: report.counts, chapter: statuses(report, 'content/docs/tiny-apiserver/walk.md'), extra: statuses(report, extra), config: statuses(report, 'walkthrough.config.ts') }).toMatchSnapshot()
    expect(Object.values(report.counts).reduce((sum, count) => sum + count)).toBe(report.verdicts.length)
    expect(readFileSync(join(project, extra), 'utf8')).toBe(EXTRA)
    const html = readFileSync(page, 'utf8')
    expect(html).toContain('options.ServerRunOptions.Complete')
    expect(html).not.toMatch(/<script|src=|https?:\/\/(?!www\.w3\.org)/)

    const applied = await run(project, 'upgrade', [...ASK, NEXT, '--apply'])
    expect(applied.code).toBe(1)
    expect(applied.stdout).toMatch(/^content\/docs\/tiny-apiserver\/walk\.md:\d+:1 renamed symbol="app\.Complete"$/m)
    expect(readFileSync(join(project, extra), 'utf8')).toBe(EXTRA.replace('--max-entries', '--max-keys'))
    // The function it calls was renamed, and nothing else in the statement is another.
    expect(readFileSync(join(project, 'content/docs/tiny-apiserver/walk.md'), 'utf8')).toContain(':::note{at="chain := BuildChain(completed)"}')

    const check = await run(project, 'check', ['--walkthrough', 'tiny-apiserver', '--json'])
    const told = check.stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { file: string; line: number; code: string })
    const reported = new Set(report.verdicts.filter(({ needsPerson }) => needsPerson).map(({ binding: { place } }) => `${place.file}:${place.line}`))
    const unexpected = told.filter(({ file, line }) => file !== 'walkthrough.config.ts' && !reported.has(`${file}:${line}`))
    expect(told.length).toBeGreaterThan(10)
    expect(unexpected).toEqual([])
    expect([...new Set(told.map(({ code }) => code))].sort()).toEqual(['anchor-not-found', 'code-changed', 'hop-not-a-call', 'symbol-not-found'])
  })

  it('follows keys, functions and files that only got other names, and leaves only reading to do', { timeout: 60_000 }, async () => {
    const project = projectCopy()
    const other = join(project, 'examples/tiny-apiserver-renamed')
    cpSync(join(project, 'examples/tiny-apiserver'), other, { recursive: true, filter: (path) => !path.endsWith('_test.go') })
    const edit = (file: string, changes: Record<string, string>): void => {
      const text = Object.entries(changes).reduce((now, [old, instead]) => now.replaceAll(old, instead), readFileSync(join(other, file), 'utf8'))
      writeFileSync(join(other, file), text)
    }
    edit('cli/command.go', { RunE: 'Execute' })
    edit('app/server.go', { RunE: 'Execute', CreateServerChain: 'BuildChain' })
    edit('app/chain.go', { CreateServerChain: 'BuildChain' })
    renameSync(join(other, 'app/signal.go'), join(other, 'app/interrupt.go'))
    writeFileSync(join(project, extra), EXTRA.replace('app/chain.go', 'app/signal.go'))

    const { code, stdout, stderr } = await run(project, 'upgrade', [...ASK, 'examples/tiny-apiserver-renamed', '--apply'])
    const chapter = readFileSync(join(project, 'content/docs/tiny-apiserver/walk.md'), 'utf8')
    expect(chapter).toContain('::::go{symbol="app.NewCommand" show="Execute"}')
    expect(chapter).toContain(':::note{at="chain := BuildChain(completed)"}')
    expect(chapter).toContain('The closure is stored in a field called `RunE`')
    expect(readFileSync(join(project, extra), 'utf8')).toBe(EXTRA.replace('app/chain.go', 'app/interrupt.go'))
    expect(stdout).toMatch(/ 0 gone\n/)
    // The excerpts that show those names are other code now: somebody reads them again, and nothing else is asked for.
    expect([code, stderr]).toEqual([1, expect.stringContaining('rewrote') as string])
    const check = await run(project, 'check', ['--walkthrough', 'tiny-apiserver', '--json'])
    const codes = check.stdout.split('\n').flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { code: string }).code]))
    expect([check.code, [...new Set(codes)]], check.stderr).toEqual([0, ['code-changed']])
  })

  it('finds nothing to do in the same version', { timeout: 30_000 }, async () => {
    const { code, stdout } = await run(projectRoot, 'upgrade', [...ASK, 'examples/tiny-apiserver'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/\d+ same, 0 moved, 0 renamed, 0 changed, 0 gone\n$/)
  })
})

describe('bad input is told with its place and a remedy', () => {
  const OTHER = 'tests/upgrade/other-program'
  it.each([
    ['a tag of a folder', ['--walkthrough', 'tiny-apiserver', '--to', 'v0.2.0'], 1],
    ['a version that does not have the path at all', ['--walkthrough', 'tiny-apiserver', '--to', OTHER], 1],
    ['a folder that is not there', ['--walkthrough', 'tiny-apiserver', '--to', './examples/none'], 1],
    ['a file', ['--walkthrough', 'tiny-apiserver', '--to', './package.json'], 1],
    ['a module proxy', ['--walkthrough', 'tiny-apiserver', '--to', 'goproxy+https://proxy.example.org'], 1],
    ['no version at all', ['--walkthrough', 'tiny-apiserver', '--to', ''], 2],
    ['a folder without Go', ['--walkthrough', 'tiny-apiserver', '--to', 'content'], 1],
    ['a version nobody can be asked about', ['--offline', '--to', 'v0.0.0-none'], 1],
    ['differences with a version that is not listed', [...ASK, 'examples/tiny-apiserver', '--store'], 1],
  ] as const)('%s', { timeout: 30_000 }, async (_what, args, expected) => {
    const { code, stderr } = await run(projectRoot, 'upgrade', args)
    expect(code).toBe(expected)
    expect(stderr.replaceAll(projectRoot, '<project>').replace(/^[·].*\n/gm, '').replace(/^(walkthrough\.config\.ts:)\d+/gm, '$1<line>')).toMatchSnapshot()
  })

  it('a tag that the repository does not have', { timeout: 30_000 }, async () => {
    const repository = mkdtempSync(join(tmpdir(), 'waymark-tags-'))
    onTestFinished(() => {
      rmSync(repository, { recursive: true, force: true })
    })
    writeNext(repository)
    const git = (...args: string[]): string => execFileSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { encoding: 'utf8' })
    git('init', '--quiet')
    git('add', '.')
    git('commit', '--quiet', '--message', 'Begin')
    git('tag', '--annotate', 'v0.2.0', '--message', 'v0.2.0')
    const url = pathToFileURL(repository).href
    const wrong = await run(projectRoot, 'upgrade', ['--walkthrough', 'tiny-apiserver', '--to', `${url}#v0.2.1`])
    expect([wrong.code, wrong.stderr.includes(`error[version-unknown] ${url} has no version v0.2.1.`), wrong.stderr.includes('v0.2.0')]).toEqual([1, true, true])
    const cache = join(repository, '.cache')
    const right = await run(projectRoot, 'upgrade', ['--walkthrough', 'tiny-apiserver', '--to', `${url}#v0.2.0`], { WAYMARK_CACHE: cache })
    const commit = git('rev-parse', 'v0.2.0^{commit}').trim()
    expect([right.code, right.stderr.includes(`v0.2.0 is commit ${commit}`)]).toEqual([1, true])
    expect(right.stdout).toMatch(/^tiny-apiserver: v0\.1\.0 → v0\.2\.0\n/)
  })
})
