import { execFile, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../../../src/config/index.ts'

/** What a command did. */
export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Somebody who follows the lab: a home folder without anything in it, a folder for the lab, ports nobody uses. */
export interface Reader {
  readonly home: string
  readonly labDir: string
  readonly ports: Readonly<Record<'etcd' | 'peer' | 'secure' | 'proxy', number>>
  /** The lab's parameters that are not as they come. */
  readonly values: Readonly<Record<string, string>>
  /** Runs the lab's own `setup.sh` with these words, as `npm run lab -- script` prints it. */
  setup(words: readonly string[], options?: RunOptions): Promise<Outcome>
  /** Runs a line of bash in the lab's folder. */
  bash(line: string, options?: RunOptions): Promise<Outcome>
  /** Takes the lab down and removes the home folder. */
  leave(): Promise<void>
}

interface RunOptions {
  readonly path?: string
  /** As a user without any rights, where the tests run as root. */
  readonly unprivileged?: boolean
  readonly cwd?: string
}

const NOBODY = 65534

/**
 * A reader who has the given kube-apiserver already. The lab's folder has a space and a quote in its name, as homes of people have.
 */
export async function newReader(server: string, settings: Readonly<Record<string, string>> = {}): Promise<Reader> {
  const home = await mkdtemp(join(tmpdir(), 'waymark-reader-'))
  await chmod(home, 0o755)
  const labDir = join(home, "somebody's folder", 'lab')
  const [etcd = 0, peer = 0, secure = 0, proxy = 0] = await freePorts(4)
  const values = {
    LAB_DIR: labDir,
    KUBE_APISERVER: server,
    ETCD_URL: `http://127.0.0.1:${etcd}`,
    ETCD_PEER_URL: `http://127.0.0.1:${peer}`,
    SECURE_PORT: String(secure),
    PROXY_PORT: String(proxy),
    EASYRSA_URL: process.env['WAYMARK_EASYRSA'] ?? '/usr/share/easy-rsa',
    // A server built without a release's flags says 0.0.0 of itself; steps that differ by version then go by this.
    ...(process.env['WAYMARK_KUBERNETES_VERSION'] === undefined ? {} : { KUBERNETES_VERSION: process.env['WAYMARK_KUBERNETES_VERSION'] }),
    ...settings,
  }
  const script = join(home, 'setup.sh')
  const printed = await promisify(execFile)(
    process.execPath,
    ['scripts/run.mjs', 'lab', 'script', ...Object.entries(values).flatMap(([name, value]) => ['--set', `${name}=${value}`])],
    { cwd: projectRoot },
  )
  await writeFile(script, printed.stdout)
  const run = (words: readonly string[], { path, unprivileged = false, cwd = home }: RunOptions = {}): Promise<Outcome> =>
    execute(unprivileged ? withoutRights(words) : words, { cwd, env: { PATH: path ?? process.env['PATH'] ?? '', HOME: home, TMPDIR: home } })
  return {
    home,
    labDir,
    ports: { etcd, peer, secure, proxy },
    values,
    setup: (words, options) => run(['bash', script, ...words], options),
    bash: (line, options) => run(['bash', '-c', line], { cwd: labDir, ...options }),
    leave: async () => {
      const { status, stderr } = await run(['bash', script, 'down'])
      await rm(home, { recursive: true, force: true })
      if (status !== 0) throw new Error(`The lab could not be taken down:\n${stderr}`)
    },
  }
}

/** Makes a folder that the lab's folder is in, or the lab's folder itself. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
}

/** `setpriv` where the tests run as root, who may do everything; as they are otherwise. */
function withoutRights(words: readonly string[]): readonly string[] {
  return process.getuid?.() === 0 ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...words] : words
}

/** Runs a command to its end, and to that of whatever holds its output. */
export function execute(words: readonly string[], options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Promise<Outcome> {
  const [command = '', ...rest] = words
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}

/** Ports of the loopback address that nobody listens on right now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)))
  await Promise.all(servers.map((server) => server.close()))
  return servers.map(({ port }) => port)
}

/** A port taken. */
export interface TakenPort {
  readonly port: number
  readonly close: () => Promise<void>
}

/** Takes a port of the loopback address; 0 takes any. */
export function listen(port: number): Promise<TakenPort> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') {
        reject(new Error('not a port'))
        return
      }
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => {
            done()
          })
        })
      resolve({ port: address.port, close })
    })
  })
}
