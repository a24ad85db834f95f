import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFetchedNode, readNode } from './find-fetched-node.mjs'
import { FETCHED_LINE } from './node-versions.mjs'
import { npmCommand } from './npm-command.mjs'

const TEMPORARY = '.fetching-'
const ABANDONED_AFTER_MS = 60 * 60 * 1000

/**
 * Fetches Node for this machine through npm into `cacheFolder` and returns `{ version, binary }`.
 *
 * It is installed in a temporary folder, tried, and moved into place by one rename: killed at any moment, nothing
 * half-made is ever found; two at once both work, and the later one uses what the earlier one put there.
 *
 * @throws Error with a message for the user when npm fails or the binary does not run here.
 */
export function fetchNode(cacheFolder, packageName, npm = npmCommand()) {
  mkdirSync(cacheFolder, { recursive: true })
  removeAbandoned(cacheFolder)
  const temporary = mkdtempSync(join(cacheFolder, TEMPORARY))
  try {
    install(temporary, packageName, npm)
    const folder = join(temporary, 'node_modules', packageName)
    const fetched = readNode(folder)
    if (fetched === undefined) throw new Error(`the npm package ${packageName} holds no Node binary`)
    tryOut(fetched.binary)
    const place = join(cacheFolder, `${packageName}-${fetched.version}`)
    try {
      renameSync(folder, place)
    } catch (error) {
      // Someone else was quicker: theirs is as good as ours. Anything else is a real failure.
      if (readNode(place) === undefined) throw error
    }
    return findFetchedNode(cacheFolder, packageName) ?? readNode(place)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function install(folder, packageName, npm) {
  // A package.json of its own keeps npm from looking for a project in the folders above.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const args = ['install', `${packageName}@${FETCHED_LINE}`, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  const run = spawnSync(npm.file, [...npm.args, ...args], {
    cwd: folder,
    env: withoutNpmScope(process.env),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: npm.shell,
  })
  if (run.error) throw new Error(`npm could not be started: ${run.error.message}`)
  if (run.status !== 0) throw new Error(`npm install ${packageName}@${FETCHED_LINE} failed (exit ${run.status ?? run.signal})`)
}

/** The environment without what an outer `npm run` says about where the project is. Registry and proxy settings stay. */
function withoutNpmScope(env) {
  const drop = /^npm_(config_(local_prefix|prefix|global|workspace|workspaces|dry_run|ignore_scripts|omit|include)|package_|lifecycle_)/i
  return Object.fromEntries(Object.entries(env).filter(([name]) => !drop.test(name)))
}

function tryOut(binary) {
  const run = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  if (run.status === 0) return
  throw new Error(`the fetched Node does not run on this machine: ${(run.error?.message ?? run.stderr).trim()}`)
}

function removeAbandoned(cacheFolder) {
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith(TEMPORARY)) continue
    const path = join(cacheFolder, name)
    try {
      if (Date.now() - statSync(path).mtimeMs > ABANDONED_AFTER_MS) rmSync(path, { recursive: true, force: true })
    } catch {
      // Its owner removed it meanwhile.
    }
  }
}
