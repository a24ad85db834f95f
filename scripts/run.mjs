/**
 * Every npm script starts here: `node scripts/run.mjs <name> [arguments]`.
 *
 * It finds a Node that is new enough for the tools (the running one, or one fetched through npm once) and hands over
 * to the named script or tool. Plain JavaScript that old versions can read, so that they can at least be told what is wrong.
 */
import module from 'node:module'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isNewEnough, OLDEST_BOOTSTRAP, OLDEST_FOR_TOOLS } from './node/node-versions.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Names that are one of the project's own scripts, `scripts/<name>.ts`. */
const SCRIPTS = ['start', 'source', 'index', 'options', 'check', 'chapter', 'editor', 'build', 'dev', 'bench', 'lab', 'new', 'upgrade']
/** Names that stand for tools: one or several commands, run in order from the project's root. */
const TOOLS = {
  test: [['vitest/vitest.mjs', 'run']],
  typecheck: [
    ['astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'error'],
    ['typescript/bin/tsc', '--noEmit', '-p', '.'],
  ],
  lint: [['eslint/bin/eslint.js', '--max-warnings', '0', '.']],
}

async function main() {
  const name = process.argv[2]
  const args = process.argv.slice(3)
  if (!isNewEnough(process.versions.node, OLDEST_BOOTSTRAP)) {
    return refuse(`Waymark needs Node ${OLDEST_BOOTSTRAP} or newer; this is Node ${process.versions.node}. Install a newer one and run this again.`)
  }
  if (SCRIPTS.indexOf(name) < 0 && !(name in TOOLS)) {
    return refuse(`usage: npm run <${SCRIPTS.concat(Object.keys(TOOLS)).join('|')}> [-- arguments]`)
  }
  if (!existsSync(`${root}node_modules/astro/package.json`)) {
    return refuse('The dependencies are not installed yet. Run `npm ci` first.')
  }
  if (!isNewEnough(process.versions.node, OLDEST_FOR_TOOLS)) {
    const bootstrap = await import('./node/index.mjs')
    return bootstrap.runWithFetchedNode([fileURLToPath(import.meta.url)].concat(process.argv.slice(2)))
  }
  const { prepareNode } = await import('./node/prepare-node.mjs')
  await prepareNode(module)
  if (!(name in TOOLS)) return handOver(`${root}scripts/${name}.ts`, args)
  process.chdir(root)
  const commands = TOOLS[name].map(([file, ...rest]) => [`${root}node_modules/${file}`, ...rest])
  if (commands.length === 1) return handOver(commands[0][0], commands[0].slice(1).concat(args))
  const { runInOrder } = await import('./node/index.mjs')
  return runInOrder(commands.map((command) => command.concat(args)))
}

/** Becomes the given script: no second process, so signals and the exit code are its own. */
async function handOver(file, args) {
  process.argv = [process.execPath, file].concat(args)
  await import(pathToFileURL(file).href)
}

function refuse(message) {
  process.stderr.write(`${message}\n`)
  process.exitCode = 2
}

await main()
