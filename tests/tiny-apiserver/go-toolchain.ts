import { spawnSync } from 'node:child_process'
import path from 'node:path'
import semver from 'semver'

/** The folder of the Go program. */
const programFolder = path.resolve(import.meta.dirname, '../../examples/tiny-apiserver')

/** The oldest Go the program promises to compile with. */
const OLDEST_GO = '1.19.0'

/** Go as it is on this machine: no download of modules or of another toolchain, whatever the machine is set to. */
const goEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  GO111MODULE: 'on',
  GOFLAGS: '',
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
}

/** Go and gofmt, or the reason why they cannot be used. */
export type GoToolchain =
  | { readonly kind: 'found'; readonly go: string; readonly gofmt: string; readonly version: string }
  | { readonly kind: 'missing'; readonly reason: string }

/** Looks for Go on PATH. */
export function findGo(): GoToolchain {
  const asked = spawnSync('go', ['env', 'GOVERSION', 'GOROOT'], { env: goEnvironment, encoding: 'utf8' })
  if (asked.error !== undefined || asked.status !== 0) {
    return { kind: 'missing', reason: `go does not run here: ${asked.error?.message ?? asked.stderr}` }
  }
  const [version = '', root = ''] = asked.stdout.trim().split(/\r?\n/)
  const parsed = semver.coerce(version)
  if (parsed === null || semver.lt(parsed, OLDEST_GO)) {
    return { kind: 'missing', reason: `go is ${version || 'of an unknown version'}; ${OLDEST_GO} or newer is needed` }
  }
  return { kind: 'found', go: 'go', gofmt: path.join(root, 'bin', 'gofmt'), version }
}

/** Runs a tool in the program's folder, with `more` in its environment; returns what it said and how it ended. */
export function runTool(
  tool: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
): { status: number | null; stdout: string; stderr: string } {
  const { error, status, stdout, stderr } = spawnSync(tool, args, {
    cwd: programFolder,
    env: { ...goEnvironment, ...more },
    encoding: 'utf8',
  })
  if (error !== undefined) throw error
  return { status, stdout, stderr }
}
