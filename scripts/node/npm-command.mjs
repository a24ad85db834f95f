import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * How to call npm: `{ file, args, shell }` to put before npm's own arguments.
 *
 * npm's JavaScript entry is called with the running Node wherever it can be found, because `npm.cmd` on Windows can only
 * be started through a shell. The shell is the last resort; the arguments given to it must then need no quoting.
 */
export function npmCommand(env = process.env, execPath = process.execPath, platform = process.platform) {
  const beside = dirname(execPath)
  const entries = [
    env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const entry = entries.find((path) => path !== undefined && basename(path) === 'npm-cli.js' && existsSync(path))
  if (entry !== undefined) return { file: execPath, args: [entry], shell: false }
  return platform === 'win32' ? { file: 'npm.cmd', args: [], shell: true } : { file: 'npm', args: [], shell: false }
}
