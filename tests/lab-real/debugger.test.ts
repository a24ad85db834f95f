import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newReader, type Reader } from './support/reader.ts'
import { realServer } from './support/real-server.ts'

/** The server under Delve: stopped right after its defaults are made, looked at, and let go to serve a request. */
describe('the debugger', () => {
  let reader: Reader
  let debuggerProcess: ChildProcess | undefined
  let output = ''

  beforeAll(async () => {
    reader = await newReader(realServer())
    const { status } = await reader.setup(['up', 'version'])
    expect(status).toBe(0)
  })

  afterAll(async () => {
    await end()
    await reader.leave()
  })

  it('breaks after NewServerRunOptions, shows the defaults, and goes on to a served request', async () => {
    // The same command line as the running server's, read from the system; then that server makes room for it.
    const pid = (await readFile(join(reader.labDir, 'run', 'kube-apiserver.pid'), 'utf8')).trim()
    const { stdout: group } = await reader.bash(`for one in $(pgrep -g ${pid}); do printf '%s %s\\n' "$one" "$(readlink /proc/$one/exe)"; done`)
    const program = await realpath(realServer())
    const server = group.split('\n').find((line) => line.endsWith(` ${program}`))?.split(' ')[0]
    expect(server, group).toMatch(/^\d+$/)
    const flags = (await readFile(`/proc/${server}/cmdline`, 'utf8')).split('\0').slice(1, -1)
    expect(flags).toContain(`--secure-port=${reader.ports.secure}`)
    process.kill(-Number(pid), 'SIGTERM')
    const port = reader.ports.secure
    await expect.poll(async () => (await reader.bash(`exec 3<>/dev/tcp/127.0.0.1/${port}`)).status, { timeout: 60_000, interval: 500 }).not.toBe(0)

    const commands = join(reader.home, 'commands.dlv')
    await writeFile(
      commands,
      [
        'break atDefaults k8s.io/kubernetes/cmd/kube-apiserver/app.NewAPIServerCommand:2',
        'continue',
        'print s.SecureServing.SecureServingOptions.BindPort',
        'print s.Etcd.StorageConfig.Prefix',
        'print s.Authorization.Modes',
        'print s.Etcd.StorageConfig.Transport.ServerList',
        'print s.ServiceAccountSigningKeyFile',
        'continue',
        '',
      ].join('\n'),
    )
    output = ''
    debuggerProcess = spawn('dlv', ['exec', realServer(), '--init', commands, '--allow-non-terminal-interactive=true', '--', ...flags], {
      cwd: reader.labDir,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', HOME: reader.home, TERM: 'dumb' },
    })
    for (const stream of [debuggerProcess.stdout, debuggerProcess.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()))

    const client = '--cacert cert/ca.crt --cert client/client.crt --key client/client.key'
    const version = await reader.bash(
      `curl -sS --retry 150 --retry-delay 1 --retry-connrefused --retry-all-errors ${client} https://127.0.0.1:${reader.ports.secure}/version`,
    )
    expect(output).toMatch(/Breakpoint atDefaults set at \S+ for k8s\.io\/kubernetes\/cmd\/kube-apiserver\/app\.NewAPIServerCommand\(\)/)
    expect(output).toContain('> [atDefaults] k8s.io/kubernetes/cmd/kube-apiserver/app.NewAPIServerCommand()')
    const stopped = output.slice(output.indexOf('> [atDefaults]'))
    // The defaults, not what the flags say: no flag has been read yet.
    expect(stopped).toMatch(/^6443$/m)
    expect(stopped).toMatch(/^"\/registry"$/m)
    expect(stopped).toMatch(/^\[\]string len: 1, cap: 1, \[\s*"AlwaysAllow",?\s*\]$/m)
    expect(stopped).toMatch(/^\[\]string len: 0, cap: 0, nil$/m)
    expect(stopped).toMatch(/^""$/m)
    expect(JSON.parse(version.stdout)).toMatchObject({ gitVersion: expect.stringMatching(/^v\d/), compiler: 'gc', platform: expect.stringContaining('/') })
  })

  /** As a person ends it: interrupt what runs, then leave; insists when that is not enough. */
  async function end(): Promise<void> {
    const child = debuggerProcess
    if (child?.pid === undefined || child.exitCode !== null) return
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
    child.stdin?.end('exit\n')
    process.kill(-child.pid, 'SIGINT')
    const insist = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 20_000)
    await gone
    clearTimeout(insist)
  }
})
