/**
 * Lets Node load the project's `.ts` files without taking their types out anew at every start, which costs a small script
 * more than all of its own work: what is left of a file is kept in `node_modules/.cache` until the file changes.
 *
 * Works by being imported, once in every thread: `--import scripts/node/keep-stripped.mjs`. Without the cache, or where
 * Node cannot do it, everything loads as ever, only later.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const project = new URL('../../', import.meta.url).href
/** Another Node strips another way. */
const folder = fileURLToPath(new URL(`node_modules/.cache/waymark/stripped-${process.versions.node}/`, project))

if (module.registerHooks !== undefined && module.stripTypeScriptTypes !== undefined) module.registerHooks({ load })

function load(url, context, nextLoad) {
  if (!url.endsWith('.ts') || !url.startsWith(project) || url.includes('/node_modules/')) return nextLoad(url, context)
  const path = fileURLToPath(url)
  const typed = readFileSync(path, 'utf8')
  const file = `${folder}${hash(url)}.js`
  // At the end, so that every line keeps its number.
  const mark = `\n//${hash(typed)}`
  const known = read(file)
  if (known?.endsWith(mark)) return { format: 'module', source: known, shortCircuit: true }
  const source = module.stripTypeScriptTypes(typed) + mark
  keep(file, source)
  return { format: 'module', source, shortCircuit: true }
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Writes a file in one step; one that cannot be written is made again next time. */
function keep(file, text) {
  const temporary = `${file}.${process.pid}.${Math.trunc(performance.now() * 1000)}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(temporary, text)
    renameSync(temporary, file)
  } catch {
    rmSync(temporary, { force: true })
  }
}
