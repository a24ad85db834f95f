import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { compareOutputs, buildScript, readTranscript } from '../../src/lab/index.ts'
import { kettleBench, need, type Bench } from './support/kettle-bench.ts'

let bench: Bench
afterEach(() => bench.close())

/** Writes the script and runs it as a reader would, with bash. */
async function run(...args: string[]): Promise<{ code: number | null; text: string }> {
  const { status, stdout } = spawnSync('bash', ['-c', 'exec bash "$@" 2>&1', 'x', await scriptFile(), ...args], { env: bench.env, cwd: bench.home, encoding: 'utf8' })
  return { code: status, text: stdout }
}

async function scriptFile(): Promise<string> {
  const file = join(bench.home, 'setup.sh')
  await writeFile(file, buildScript(bench.open.lab, { values: bench.open.values }))
  return file
}

const answers = async (): Promise<boolean> => fetch(`http://127.0.0.1:${bench.port}`).then(() => true, () => false)

describe('setup.sh', () => {
  it('does every step, can be run again, prints what the pages say, and leaves nothing behind', async () => {
    bench = await kettleBench()
    bench.env['WAYMARK_MARKS'] = '@test'
    const first = await run('up')
    expect(first).toMatchObject({ code: 0 })
    const { lab, values } = bench.open
    const transcript = readTranscript(first.text, '@test')
    const compared = compareOutputs(lab, { transcript, values, platform: 'linux', versions: { kettle: '1.4.2' }, home: homedir() })
    expect(compared.map(({ step, mismatch }) => [step.id, mismatch])).toEqual([
      ['shelf', undefined],
      ['kettle', undefined],
      ['tea', undefined],
      ['tea', undefined],
      ['tea', undefined],
    ])
    const pid = await readFile(join(bench.folder, 'run/kettle.pid'), 'utf8')

    const second = await run('up')
    expect(second.code).toBe(0)
    expect([...readTranscript(second.text, '@test').skipped]).toEqual(['shelf', 'kettle', 'tea'])
    expect(await readFile(join(bench.folder, 'run/kettle.pid'), 'utf8')).toBe(pid)
    expect((await run('status')).text).toContain(`service kettle running ${pid.trim()}`)

    // Killed, not stopped: the next run starts the service again and does nothing else.
    process.kill(-Number(pid), 'SIGKILL')
    await vi.waitFor(async () => expect(await answers()).toBe(false), { timeout: 20_000 })
    expect((await run('status')).code).toBe(1)
    expect((await run('up')).code).toBe(0)
    expect(await answers()).toBe(true)

    expect((await run('down')).code).toBe(0)
    expect(await answers()).toBe(false)
    expect(existsSync(bench.folder)).toBe(false)
    expect((await run('down')).text).toContain('nothing to undo')
  })

  it('keeps what the reader put there', async () => {
    bench = await kettleBench('guest')
    await run('up', 'shelf')
    await writeFile(join(bench.folder, 'mine'), 'x')
    const { code, text } = await run('down')
    expect([code, existsSync(join(bench.folder, 'mine')), existsSync(join(bench.folder, 'shelf'))]).toEqual([0, true, false])
    expect(text).toContain('./mine')
  })

  it('tells everything that stands in the way at once, and changes nothing', async () => {
    bench = await kettleBench('guest')
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(bench.port, '127.0.0.1', resolve))
    await mkdir(join(bench.folder, 'shelf'), { recursive: true })
    bench.env['PATH'] = '/usr/bin:/bin'
    const child = spawn('bash', [await scriptFile(), 'up'], { env: bench.env })
    let text = ''
    child.stderr.on('data', (chunk) => (text += String(chunk)))
    const code = await new Promise((resolve) => child.on('close', resolve))
    await new Promise((resolve) => taken.close(resolve))
    expect(code).toBe(1)
    expect(text).toContain(`${bench.folder}/shelf is there already`)
    expect(text).toContain('kettle is missing (kettle)')
    expect(text).toContain('sudo buy kettle')
    expect(text).toContain(`Port ${bench.port} of 127.0.0.1 is in use`)
    expect(text).toContain('Nothing was changed.')
    expect([existsSync(join(bench.folder, 'run')), existsSync(join(bench.folder, 'shelf/guest'))]).toEqual([false, false])
  })

  it('refuses a tool that is too old, with both versions', async () => {
    bench = await kettleBench('guest')
    await writeFile(join(bench.home, 'bin/kettle'), '#!/bin/sh\necho kettle 1.1.9\n')
    const { code, text } = await run('up')
    expect(code).toBe(1)
    expect(text).toContain('kettle is version 1.1.9; this needs >= 1.2.')
  })

  it('interrupted, stops what it started', async () => {
    bench = await kettleBench('guest')
    const chapter = bench.open.lab.steps.map((step) => (step.id === 'tea' ? { ...step, fences: step.fences.map((fence) => (fence.kind === 'run' ? { ...fence, template: [{ kind: 'text' as const, text: 'sleep 600' }] } : fence)) } : step))
    const file = join(bench.home, 'setup.sh')
    await writeFile(file, buildScript({ ...bench.open.lab, steps: chapter }, { values: bench.open.values }))
    const child = spawn('bash', [file, 'up'], { env: bench.env, detached: true, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('close', resolve))
    await vi.waitFor(() => expect(existsSync(join(bench.folder, 'tea.yaml'))).toBe(true), { timeout: 20_000 })
    expect(await answers()).toBe(true)
    process.kill(-(child.pid as number), 'SIGINT')
    expect(await ended).toBe(130)
    expect(await answers()).toBe(false)
    expect(existsSync(join(bench.folder, 'run/kettle.pid'))).toBe(false)
  })

  it('of one step stands alone, and asks for the steps before it', async () => {
    bench = await kettleBench('guest')
    const step = bench.open.lab.steps.find(({ id }) => id === 'kettle')
    const file = join(bench.home, 'kettle.sh')
    await writeFile(file, buildScript(bench.open.lab, { values: bench.open.values, step }))
    const { status, stderr } = spawnSync('bash', [file], { env: bench.env, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain('The step "shelf" comes first.')
  })

  it('has nothing that shellcheck would change', async (context) => {
    need('shellcheck', context.skip)
    bench = await kettleBench()
    const { lab, values } = bench.open
    for (const options of [{ platform: 'linux' as const }, { platform: 'macos' as const }, {}, ...lab.steps.map((step) => ({ step }))]) {
      const { stdout } = spawnSync('shellcheck', ['-'], { input: buildScript(lab, { values, ...options }), encoding: 'utf8' })
      expect(stdout).toBe('')
    }
  }, 180_000)
})
