import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'
import { projectCopy } from './project-copy.ts'
import { temporaryFolder } from './temporary-folder.ts'

const guide = readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8')

/** Commands in fenced blocks, one a line, and those in running text that are whole ones. */
function commandsOf(text: string): string[] {
  const fenced = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'))
  const inline = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`(npm (?:ci|test|run)[^`]*)`/g)].map(([, command = '']) => command.replace(/\s+/g, ' '))
  return [...new Set([...fenced, ...inline])]
}

/** Commands that run for minutes: each is a section of CI, where it has to succeed. */
const IN_CI = ['npm ci', 'npm test', 'npm run typecheck', 'npm run lint']

const commands = commandsOf(guide)
const starts = commands.filter((command) => command.startsWith('npm run dev'))
const checks = commands.filter((command) => command.startsWith('npm run check'))
/** Each is tried on its own below. */
const authoring = commands.filter((command) => /^npm run (chapter|editor) /.test(command))

/** Nothing of this machine's state: no source, and a cache of its own. */
function environment(): NodeJS.ProcessEnv {
  // A source that somebody has set, Vitest's own settings and the colours that it or CI ask for are not what is tested.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(WAYMARK_SOURCE|FORCE_COLOR|VITEST.*|NODE_ENV|MODE|DEV|PROD|SSR|TEST)$/.test(name)))
  return { ...env, WAYMARK_CACHE: temporaryFolder(), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' }
}

/** An npm command as words: `run.mjs` is what all of the project's npm scripts are. */
function words(command: string, more: readonly string[] = []): string[] {
  const [, name = '', rest = ''] = /^npm run (\S+)(?: -- (.*))?$/.exec(command) ?? []
  return ['scripts/run.mjs', name, ...rest.split(' ').filter((word) => word !== ''), ...more]
}

describe('the guide for contributors', () => {
  it('has commands of every kind, and none that this test does not know', () => {
    expect([starts.length, checks.length].every((count) => count >= 2)).toBe(true)
    expect(authoring).toHaveLength(3)
    expect(commands.filter((command) => ![...IN_CI, ...starts, ...checks, ...authoring].includes(command))).toEqual([])
  })

  it.each(IN_CI)('has the long command %s where CI runs it', (command) => {
    expect(commands).toContain(command)
    const sections = readFileSync(join(projectRoot, '.ci/run'), 'utf8').split('\n').filter((line) => line.startsWith('section '))
    expect(sections.filter((line) => line.endsWith(` ${command}`))).toHaveLength(1)
  })

  it('leads from a note, with its mistake, to a check that passes and a lock file', { timeout: 240_000 }, () => {
    const project = projectCopy()
    const env = environment()
    const [chapter = '', translated = ''] = ['', 'zh-cn/'].map((locale) => join(project, `content/docs/${locale}tiny-apiserver/walk.md`))
    const [before, chinese] = [readFileSync(chapter, 'utf8'), readFileSync(translated, 'utf8')]
    // The note that the guide shows, put where the guide says: inside an excerpt.
    const note = /^ {3}:::note\{at=[\s\S]*?^ {3}:::$/m.exec(guide)?.[0].replaceAll(/^ {3}/gm, '') ?? 'no note in the guide'
    const opening = '::::go{symbol="app.NewCommand" show="RunE"}\n'
    expect(before.includes(opening)).toBe(true)
    const run = (command: string) => {
      // The source of the other walkthroughs is not at hand; the guide says how to do without.
      const more = command.includes('--walkthrough') ? [] : ['--walkthrough', 'tiny-apiserver']
      const { status, stderr } = spawnSync(process.execPath, words(command, more), { cwd: project, env, encoding: 'utf8' })
      return { status, stderr }
    }
    const [check = '', accept = ''] = [checks.find((command) => !command.includes('--accept')), checks.find((command) => command.includes('--accept'))]

    const wrong = note.replace('at="', 'at="nowhere.')
    writeFileSync(chapter, before.replace(opening, `${opening}${wrong}\n`))
    const refused = run(check)
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(/walk\.md:\d+:\d+ error\[anchor-not-found\][\s\S]*nearest: /) as string])

    writeFileSync(chapter, before.replace(opening, `${opening}${note}\n`))
    for (const command of checks.filter((each) => each !== accept)) expect(run(command)).toEqual({ status: 0, stderr: expect.stringMatching(/zh-cn\/tiny-apiserver\/walk\.md:\d+ warning\[translation-behind\][^\n]* by 1 note\./) as string })
    writeFileSync(translated, chinese.replace(opening, `${opening}${note}\n`))
    expect(run(accept).status).toBe(0)
    const { status, stderr } = run(check)
    expect([status, stderr]).toEqual([0, expect.stringContaining('every chapter fits its source') as string])
  })

  it('lists the lines a note can stand at, begins a chapter that passes, and writes what editors read', { timeout: 240_000 }, () => {
    const project = projectCopy()
    const run = (command: string) => spawnSync(process.execPath, words(command), { cwd: project, env: environment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    const commandFor = (what: string): string => authoring.find((command) => command.includes(` -- ${what}`)) ?? what

    const listed = run(commandFor('note'))
    expect([listed.status, listed.stdout], listed.stderr).toEqual([0, expect.stringContaining(':::note{at="s.Flags"}') as string])

    const begin = commandFor('new')
    const begun = run(begin)
    expect(begun.status, begun.stderr).toBe(0)
    const slug = /new (\S+)/.exec(begin)?.[1] ?? ''
    expect(begun.stdout.trim().split('\n')).toEqual([`content/docs/tiny-apiserver/${slug}.md`, `content/docs/zh-cn/tiny-apiserver/${slug}.md`, 'walkthrough.config.ts', 'content/locks/tiny-apiserver.lock.json'])
    const checked = run('npm run check -- --walkthrough tiny-apiserver')
    expect([checked.status, checked.stderr]).toEqual([0, expect.stringMatching(/warning\[note-unwritten\] \d+ notes[\s\S]*0 errors, 2 warnings/) as string])
    const again = run(begin)
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('error[chapter-exists]') as string])
    const unasked = run('npm run chapter -- new other')
    expect([unasked.status, unasked.stderr]).toEqual([2, expect.stringContaining('needs --symbols, --title; there is no terminal to ask on') as string])

    const snippets = join(project, '.vscode/waymark.code-snippets')
    const made = readFileSync(snippets, 'utf8')
    writeFileSync(snippets, '')
    expect(run(commandFor('files')).status).toBe(0)
    expect(readFileSync(snippets, 'utf8')).toBe(made)
  })

  it.runIf(process.platform !== 'win32')('leads to a server that follows chapters and code, and ends', { timeout: 300_000 }, async () => {
    const project = projectCopy()
    const offline = starts.find((command) => command.includes('--offline')) ?? ''
    const child = spawn(process.execPath, words(offline, ['--port', '0']), { cwd: project, env: environment(), stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    try {
      const url = await vi.waitUntil(() => /Reading at (http:\S+)/.exec(said)?.[1], { timeout: 120_000, interval: 200 })
      let last = ''
      const page = async (): Promise<string> => (last = await (await fetch(new URL('tiny-apiserver/walk/', url))).text())
      const edit = (file: string, from: string, to: string): void => {
        const path = join(project, file)
        const text = readFileSync(path, 'utf8')
        expect(text.includes(from)).toBe(true)
        writeFileSync(path, text.replace(from, to))
      }
      const shows = (what: string): Promise<void> => 
        vi.waitFor(async () => expect((await page()).includes(what), `${what} in the page, which begins ${last.slice(0, 300)}; ${said.slice(-2000)}`).toBe(true), { timeout: 90_000, interval: 500 })

      await shows('NewCommand')
      edit('content/docs/tiny-apiserver/walk.md', '\n## ', '\nA sentence that was not there.\n\n## ')
      await shows('A sentence that was not there.')
      edit('examples/tiny-apiserver/main.go', 'func main() {', 'func main() {\n\t// A remark that was not there.')
      await shows('A remark that was not there.')
      edit('content/docs/tiny-apiserver/walk.md', ':::note{at="', ':::note{at="nowhere.')
      await shows('anchor-not-found')
    } finally {
      child.kill('SIGINT')
    }
    expect(await ended, said).toBe(0)
  })
})
