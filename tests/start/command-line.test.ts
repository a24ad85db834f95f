import { execFile } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

interface Ending {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script as npm would, without a source of this machine and with an empty cache. */
function run(line: string, more: NodeJS.ProcessEnv = {}, cache = temporaryFolder()): Promise<Ending> {
  const env = { ...process.env, WAYMARK_SOURCE: '', WAYMARK_CACHE: cache, ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/run.mjs', ...line.split(' ')], { cwd: projectRoot, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr })
    })
  })
}

const jsonLines = (text: string): unknown[] => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)

/** Every script of the project; those that print results, and those that read a Go tree. */
const SCRIPTS = readdirSync(join(projectRoot, 'scripts')).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3))
const PRINTS = ['bench', 'chapter', 'check', 'index', 'lab', 'options', 'source', 'upgrade']
const READS = ['build', 'chapter', 'check', 'dev', 'editor', 'index', 'options', 'source', 'start', 'upgrade']

describe('every script', () => {
  it.each(SCRIPTS)('%s tells its options, and exits 2 for one it does not have', async (name) => {
    const [help, wrong] = await Promise.all([run(`${name} --help`), run(`${name} --no-such-option`)])
    expect([help.code, help.stderr]).toEqual([0, ''])
    expect(help.stdout).toContain(`Usage: ${name}`)
    expect([/--json\b/.test(help.stdout), /--source <folder\|url>/.test(help.stdout)]).toEqual([PRINTS.includes(name), READS.includes(name)])
    expect([wrong.code, wrong.stdout]).toEqual([2, ''])
    // What a script cannot do without is asked for first.
    expect(wrong.stderr).toMatch(/unknown option '--no-such-option'|required option/)
  })
})

describe('wrong use exits 2 and says how it is meant', () => {
  it.each(['source --where --refresh', 'source --all', 'source --closure far', 'start --port many', 'dev --port 70000', 'build stray', 'new --repo some/folder'])('%s', async (line) => {
    const { code, stdout, stderr } = await run(line)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('(--help shows how)')
  })
})

describe('problems exit 1, with a code and a remedy on standard error', () => {
  it.each([
    ['source --walkthrough nobody', 'walkthrough-unknown'],
    ['check --walkthrough nobody', 'walkthrough-unknown'],
    ['source --offline', 'offline-nothing'],
    ['check --offline', 'offline-nothing'],
    ['index --offline', 'offline-nothing'],
    ['source --source no/such/folder', 'folder-missing'],
    ['source --source ext::sh', 'origin-invalid'],
    ['index --walkthrough tiny-apiserver --symbol app.Nothing', ''],
  ])('%s', async (line, expected) => {
    const { code, stdout, stderr } = await run(line)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(expected === '' ? /Nothing/ : new RegExp(`error\\[${expected}\\][\\s\\S]*to mend: `))
  })

  it('a cache that cannot be written', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    const { code, stderr } = await run('source --source file:///nowhere.git', {}, file)
    expect(code).toBe(1)
    expect(stderr).toContain('error[cache-unwritable]')
  })
})

describe('results go to standard output, and nothing else does', () => {
  it.each([
    ['source --walkthrough tiny-apiserver --json', (lines: unknown[]) => expect(lines).toMatchObject([{ walkthrough: 'tiny-apiserver', pinned: true }])],
    ['check --walkthrough tiny-apiserver --json', (lines: unknown[]) => expect(lines.every((line) => typeof line === 'object' && line !== null && 'severity' in line)).toBe(true)],
    ['index --walkthrough tiny-apiserver --symbol app.Complete --json', (lines: unknown[]) => expect(lines).toMatchObject([{ symbol: 'example.org/tiny-apiserver/app.Complete', kind: 'func' }])],
  ])('%s', async (line, look) => {
    const { code, stdout } = await run(line)
    expect(code).toBe(0)
    look(jsonLines(stdout))
  })

  it('also where there is nothing: source --where --json', async () => {
    const { code, stdout, stderr } = await run('source --where --json')
    expect([code, jsonLines(stdout)]).toEqual([1, [{ walkthrough: 'kube-apiserver', root: null }]])
    expect(stderr).toContain('npm run source gets it')
  })
})
