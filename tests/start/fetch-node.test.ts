import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const bootstrap = pathToFileURL(fileURLToPath(new URL('../../scripts/node/index.mjs', import.meta.url))).href
const npm = { file: process.execPath, args: [fileURLToPath(new URL('fake-npm/npm-cli.cjs', import.meta.url))], shell: false }

/** Fetches Node in a process of its own, as the bootstrap would, with the npm of these tests. */
function fetchIn(cache: string, mode = 'work') {
  const program = `import { fetchNode } from ${JSON.stringify(bootstrap)}
    try { console.log(JSON.stringify(fetchNode(${JSON.stringify(cache)}, 'node-here', ${JSON.stringify(npm)}))) }
    catch (error) { console.log(JSON.stringify({ error: error.message })) }`
  return { args: ['--input-type=module', '--eval', program], env: { ...process.env, FAKE_NPM: mode } }
}

function fetchNow(cache: string, mode?: string): { version?: string; binary?: string; error?: string } {
  const { args, env } = fetchIn(cache, mode)
  const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  return stdout === '' ? { error: 'ended without a word' } : (JSON.parse(stdout) as { version: string })
}

describe.runIf(process.platform !== 'win32')('fetching Node', () => {
  it('puts one whole package into the cache and leaves nothing else', () => {
    const cache = temporaryFolder()
    expect(fetchNow(cache)).toEqual({ version: '22.99.0', binary: join(cache, 'node-here-22.99.0', 'bin', 'node') })
    expect(readdirSync(cache)).toEqual(['node-here-22.99.0'])
  })

  it('two at once both end with a working Node', async () => {
    const cache = temporaryFolder()
    const runs = [1, 2].map(() => {
      const { args, env } = fetchIn(cache)
      return once(spawn(process.execPath, args, { env, stdio: 'ignore' }), 'exit')
    })
    expect((await Promise.all(runs)).map(([code]) => code as unknown)).toEqual([0, 0])
    expect(readdirSync(cache)).toEqual(['node-here-22.99.0'])
  })

  it('killed, leaves nothing that looks whole; the next run finishes the job', () => {
    const cache = temporaryFolder()
    expect(fetchNow(cache, 'killed')).toEqual({ error: 'ended without a word' })
    expect(readdirSync(cache).filter((name) => !name.startsWith('.fetching-'))).toEqual([])
    expect(fetchNow(cache).version).toBe('22.99.0')
  })

  it('says what went wrong when npm fails, and leaves the cache clean', () => {
    const cache = temporaryFolder()
    expect(fetchNow(cache, 'fail')).toEqual({ error: 'npm install node-here@22 failed (exit 1)' })
    expect(readdirSync(cache)).toEqual([])
  })

  it('does not keep a Node that cannot run here', () => {
    const cache = temporaryFolder()
    expect(fetchNow(cache, 'unusable').error).toMatch(/does not run on this machine/)
    expect(readdirSync(cache)).toEqual([])
  })
})
