import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runAloud } from '../../scripts/lab/bring-up.ts'
import type { OpenLab } from '../../scripts/lab/open-lab.ts'
import { verifyLab } from '../../scripts/lab/verify-lab.ts'
import type { Step } from '../../src/lab/index.ts'
import { kettleBench, type Bench } from './support/kettle-bench.ts'

let bench: Bench
let said: string[]
beforeEach(async () => {
  bench = await kettleBench('guest')
  vi.stubEnv('HOME', bench.home)
  vi.stubEnv('PATH', bench.env['PATH'])
  said = []
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await bench.close()
})

const context = (signal = new AbortController().signal) => ({
  signal,
  progress: { say: (text: string) => void said.push(text), stage: (text: string) => void said.push(text), update: () => undefined, stop: () => undefined },
})
const answers = (): Promise<boolean> => fetch(`http://127.0.0.1:${bench.port}`).then(() => true, () => false)
/** The lab with one step changed. */
const changed = ({ lab, values }: OpenLab, id: string, change: (step: Step) => Step): OpenLab => ({ lab: { ...lab, steps: lab.steps.map((step) => (step.id === id ? change(step) : step)) }, values })
const outputSays = (text: string) => (step: Step): Step => ({ ...step, fences: step.fences.map((fence) => (fence.kind === 'output' ? { ...fence, template: [{ kind: 'text', text }] } : fence)) })
const runs = (text: string) => (step: Step): Step => ({ ...step, fences: step.fences.map((fence) => (fence.kind === 'run' ? { ...fence, template: [{ kind: 'text', text }] } : fence)) })

describe('verify', () => {
  it('runs every step, compares every output, leaves nothing, and tells what there is to record', async () => {
    const { code, problems, found } = await verifyLab(bench.open, { keep: false }, context())
    expect([code, problems]).toEqual([0, []])
    expect(found?.steps.map(({ id, outcome, outputs, changed: names }) => [id, outcome, outputs, names])).toEqual([
      ['shelf', 'passed', 1, ['LAB_DIR']],
      ['kettle', 'passed', 1, ['KETTLE_URL']],
      ['tea', 'passed', 3, ['LAB_DIR', 'KETTLE_URL']],
      ['wash', 'passed', 0, ['LAB_DIR']],
    ])
    expect([existsSync(bench.folder), await answers()]).toEqual([false, false])
  })

  it('says where a page promises something else, by file and line, and still leaves nothing', async () => {
    const { code, problems } = await verifyLab(changed(bench.open, 'shelf', outputSays('somebody else')), { keep: false }, context())
    expect(code).toBe(1)
    expect(problems).toMatchObject([{ code: 'output-differs', file: 'content/docs/lab/kitchen.md', expected: 'somebody else', found: 'guest' }])
    expect([existsSync(bench.folder), await answers()]).toEqual([false, false])
  })

  it('refuses a folder that holds something, and leaves it alone', async () => {
    await mkdir(bench.folder)
    await writeFile(join(bench.folder, 'mine'), 'x')
    await expect(verifyLab(bench.open, { keep: false }, context())).rejects.toThrow('its folder holds something')
    expect(existsSync(join(bench.folder, 'mine'))).toBe(true)
  })

  it('after a step that failed: no service is left, and there is nothing to record', async () => {
    const { code, found } = await verifyLab(changed(bench.open, 'tea', runs('exit 7')), { keep: false }, context())
    expect([code === 0, found, await answers()]).toEqual([false, undefined, false])
  })
})

describe('Ctrl-C', () => {
  it.each(['up', 'verify'] as const)('in the middle of %s stops what it started, and ends with 130', async (what) => {
    const slow = changed(bench.open, 'tea', runs('sleep 600'))
    const abort = new AbortController()
    const run = what === 'up' ? runAloud(slow, ['up'], context(abort.signal)) : verifyLab(slow, { keep: false }, context(abort.signal))
    await vi.waitFor(async () => expect([existsSync(join(bench.folder, 'tea.yaml')), await answers()]).toEqual([true, true]), { timeout: 30_000 })
    abort.abort()
    expect((await run).code).toBe(130)
    expect(await answers()).toBe(false)
    expect(existsSync(join(bench.folder, 'run/kettle.pid'))).toBe(false)
  })
})
