import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { gitMissing } from '../diagnostics.ts'
import { gitEnvironment, HARDENING, NETWORK_SETTINGS, PATIENCE, type Setting } from './environment.ts'

/** What one run of git came to. */
export interface GitRun {
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
}

/** Stock git, run without a shell. */
export interface Git {
  /** `[major, minor]`. */
  readonly version: readonly [number, number]
  /** True when the remote's address must be written into the repository, because this git takes it no other way. */
  readonly keepsAddress: boolean
  atLeast(major: number, minor: number): boolean
  /** Runs in `folder`; never throws for a failing command. `onStderr` gets pieces as they come. */
  run(
    folder: string,
    args: readonly string[],
    options?: { readonly stdin?: string; readonly onStderr?: (piece: string) => void },
  ): Promise<GitRun>
}

/**
 * Finds git and prepares how it is called.
 *
 * `url` is the address of the remote `origin`: handed over in the environment, so that a password in it is neither written to
 * disk nor shown in a list of processes. `pidFile` names a file that holds the process id of the git that is running, so that a later run can tell whether one
 * that outlived its parent still writes.
 *
 * @throws WaymarkError `git-missing`.
 */
export async function openGit(options: {
  readonly env: NodeJS.ProcessEnv
  readonly url?: string | undefined
  readonly pidFile?: string | undefined
  readonly signal?: AbortSignal | undefined
}): Promise<Git> {
  const { env, url, pidFile, signal } = options
  const plain = gitEnvironment(env, undefined)
  const asked = await start(['--version'], tmpdir(), plain, undefined)
  const found = /git version (\d+)\.(\d+)/.exec(asked.stdout)
  if (!asked.ok || found === null) throw gitMissing()
  const version = [Number(found[1]), Number(found[2])] as const
  const atLeast = (major: number, minor: number): boolean =>
    version[0] > major || (version[0] === major && version[1] >= minor)
  const isolated = atLeast(2, 32)
  const own = isolated ? await networkSettings(plain) : []
  const patience = PATIENCE.filter(([key]) => !own.some(([other]) => other.toLowerCase() === key.toLowerCase()))
  const remote: Setting[] = url === undefined ? [] : [['remote.origin.url', url]]
  const environment = gitEnvironment(env, isolated ? [...own, ...remote] : undefined)
  const hardening = [...patience, ...HARDENING].flatMap(([key, value]) => ['-c', `${key}=${value}`])
  return {
    version,
    keepsAddress: !isolated,
    atLeast,
    async run(folder, args, { stdin, onStderr } = {}) {
      signal?.throwIfAborted()
      const run = await start([...hardening, ...args], folder, environment, { stdin, onStderr, pidFile, signal })
      signal?.throwIfAborted()
      return run
    },
  }
}

/** The reader's own settings for reaching servers, from system, user and environment; asked outside any repository. */
async function networkSettings(env: NodeJS.ProcessEnv): Promise<Setting[]> {
  const outside = { ...env, GIT_CEILING_DIRECTORIES: join(tmpdir(), '..') }
  const listed = await start(['config', '--includes', '-z', '--get-regexp', NETWORK_SETTINGS], tmpdir(), outside, undefined)
  if (!listed.ok) return []
  return listed.stdout
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry): Setting => {
      const end = entry.indexOf('\n')
      return end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)]
    })
}

interface StartOptions {
  readonly stdin?: string | undefined
  readonly onStderr?: ((piece: string) => void) | undefined
  readonly pidFile?: string | undefined
  readonly signal?: AbortSignal | undefined
}

async function start(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  { stdin, onStderr, pidFile, signal }: StartOptions = {},
): Promise<GitRun> {
  const child = execa('git', args, {
    cwd,
    env,
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    maxBuffer: 512 * 1024 * 1024,
    ...(stdin === undefined ? { stdin: 'ignore' as const } : { input: stdin }),
    ...(signal === undefined ? {} : { cancelSignal: signal, forceKillAfterDelay: 2000 }),
  })
  if (pidFile !== undefined && child.pid !== undefined) writeFileSync(pidFile, String(child.pid))
  if (onStderr !== undefined) child.stderr.on('data', (piece: Buffer) => onStderr(piece.toString()))
  const result = await child
  if (pidFile !== undefined) rmSync(pidFile, { force: true })
  if (result.code === 'ENOENT' && result.exitCode === undefined) throw gitMissing()
  return { ok: result.exitCode === 0, stdout: result.stdout, stderr: result.stderr }
}
