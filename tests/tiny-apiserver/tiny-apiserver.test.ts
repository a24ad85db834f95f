import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chapterSessions } from './chapter-session.ts'
import { findGo, runTool } from './go-toolchain.ts'
import { startServer, type RunningServer } from './running-server.ts'

const toolchain = findGo()
const inCi = process.env['CI'] === 'true'
/** A cold Go compiles its standard library first, on two cores next to other tests. */
const COMPILE_MS = 300_000

if (toolchain.kind === 'missing') {
  process.stderr.write(`\n!!! tiny-apiserver is NOT compiled or run by these tests: ${toolchain.reason}\n\n`)
}

it.runIf(inCi)('has Go at hand in continuous integration', () => {
  expect(toolchain).toMatchObject({ kind: 'found' })
})

describe.runIf(toolchain.kind === 'found')('tiny-apiserver', () => {
  const { go, gofmt } = toolchain.kind === 'found' ? toolchain : { go: 'go', gofmt: 'gofmt' }
  let folder = ''
  let program = ''
  const running: RunningServer[] = []

  const start = async (...args: string[]): Promise<RunningServer> => {
    const server = await startServer(program, ...args)
    running.push(server)
    return server
  }
  const refused = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tiny-apiserver-'))
    program = path.join(folder, process.platform === 'win32' ? 'tiny.exe' : 'tiny')
    expect(runTool(go, ['build', '-o', program, '.'])).toEqual({ status: 0, stdout: '', stderr: '' })
  }, COMPILE_MS)
  afterEach(async () => {
    for (const server of running.splice(0)) {
      server.askToStop()
      await server.ended
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  describe('as a Go program', () => {
    it('is formatted', () => {
      expect(runTool(gofmt, ['-l', '.'])).toEqual({ status: 0, stdout: '', stderr: '' })
    })

    it.each(['linux', 'darwin', 'windows'])(
      'is vetted for %s',
      (system) => {
        const vetted = runTool(go, ['vet', './...'], { GOOS: system })
        expect(vetted).toEqual({ status: 0, stdout: '', stderr: '' })
      },
      COMPILE_MS,
    )

    it(
      'passes its own tests',
      () => {
        const { status, stdout } = runTool(go, ['test', './...'])
        expect(stdout).toMatch(/^ok\s+example\.org\/tiny-apiserver\/app\/options\s/m)
        expect({ status, failures: stdout.match(/^(?:---\s)?FAIL.*/gm) }).toEqual({ status: 0, failures: null })
      },
      COMPILE_MS,
    )

    it('needs nothing but the standard library', () => {
      const { stdout } = runTool(go, ['list', '-deps', '-f', '{{if not .Standard}}{{.ImportPath}}{{end}}', './...'])
      const foreign = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('example.org/tiny-apiserver'))
      expect(foreign).toEqual([])
    })
  })

  describe('as a server', () => {
    it('says that it is ready, and which version it is', async () => {
      const { url } = await start()
      const ready = await fetch(`${url}/readyz`)
      expect([ready.status, await ready.text()]).toEqual([200, 'ok'])
      const version: unknown = await (await fetch(`${url}/version`)).json()
      expect(version).toMatchObject({ version: refused('--version').stdout.trim() })
    })

    it('keeps a value under a key until it is deleted', async () => {
      const { url } = await start()
      const key = `${url}/registry/greetings/first`
      expect((await fetch(key)).status).toBe(404)
      expect((await fetch(key, { method: 'PUT', body: '你好' })).status).toBe(201)
      expect(await (await fetch(key)).text()).toBe('你好')
      expect(await (await fetch(`${url}/registry/`)).text()).toBe('greetings/first\n')
      expect((await fetch(key, { method: 'DELETE' })).status).toBe(204)
      expect((await fetch(key)).status).toBe(404)
    })

    it('holds to the bounds it was given', async () => {
      const { url } = await start('--max-entries=1', '--max-value-bytes=4')
      const put = async (key: string, body: string) => (await fetch(`${url}/registry/${key}`, { method: 'PUT', body })).status
      expect([await put('a', 'fits'), await put('a', 'too long'), await put('b', 'more')]).toEqual([201, 413, 507])
    })

    it('says so when its port is taken', async () => {
      const { port } = await start()
      const second = refused(`--port=${port}`)
      expect(second.status).toBe(1)
      expect(second.stderr).toContain(`127.0.0.1:${port}`)
    })

    it.runIf(process.platform !== 'win32')('lets a request under way finish before it stops', async () => {
      const server = await start()
      const slow = request(`${server.url}/registry/slow`, {
        method: 'PUT',
        headers: { expect: '100-continue', 'content-length': 5 },
      })
      slow.flushHeaders()
      // Go answers "continue" when the handler first asks for the body: from then on the request is under way.
      await once(slow, 'continue')

      server.askToStop()
      await server.said(/stopping/)
      const answered = once(slow, 'response') as Promise<[{ statusCode?: number; resume(): void }]>
      slow.end('hello')
      const [response] = await answered
      response.resume()

      expect(response.statusCode).toBe(201)
      const ending = await server.ended
      expect(ending.code).toBe(0)
      expect(ending.stderr).toMatch(/stopped\n$/)
    })
  })

  describe('with a command line it cannot accept', () => {
    it('lists everything that is wrong at once', () => {
      const { status, stdout, stderr } = refused('--port=99999', '--max-entries=0', '--max-value-bytes=0', '--shutdown-grace=-1s')
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toMatchInlineSnapshot(`
        "tiny-apiserver: 4 problems
          - --port 99999 is not between 0 and 65535
          - --shutdown-grace -1s is negative
          - --max-entries 0 leaves no room for a single key
          - --max-value-bytes 0 leaves no room for a value
        "
      `)
    })

    it('tells misuse from failure by the exit code', () => {
      const statuses = [refused('--colour=red'), refused('--port=many'), refused('stray')].map(({ status }) => status)
      expect(statuses).toEqual([2, 2, 1])
    })

    it.each(['tiny-apiserver/walk.md', 'zh-cn/tiny-apiserver/walk.md'])('prints what %s shows', (chapter) => {
      const sessions = chapterSessions(chapter)
      expect(sessions.length).toBeGreaterThan(0)
      for (const { args, output } of sessions) {
        const { status, stderr } = refused(...args)
        // The last line is what `go run` adds when the program fails.
        expect(`${stderr}exit status ${status ?? 'unknown'}\n`).toBe(output)
      }
    })
  })
})
