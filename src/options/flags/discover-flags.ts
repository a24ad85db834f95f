import type { Machine } from '../machine/index.ts'
import { valueSpecs, type GoFile, type GoPackage, type Program } from '../program/index.ts'
import type { Discover } from './flag-functions.ts'

/** Packages looked into for one flag. */
const MOST_PACKAGES = 400

/**
 * Finds the package that declares a flag of the command line when the program starts, as Go would have run it: among the
 * package that asks and what it imports, nearest first. Its variables and `init` functions that declare flags are run.
 */
export function discoverFlags(machine: Machine, program: Program): Discover {
  const started = new Set<GoPackage>()
  return (pkg, name, { file }) => {
    const askers = askersOf(machine, file)
    const seen = new Set<GoPackage>()
    const queue: GoPackage[] = askers.map((asker) => program.packageOf(asker))
    for (let next = queue.shift(); next !== undefined && seen.size < MOST_PACKAGES; next = queue.shift()) {
      if (seen.has(next)) continue
      seen.add(next)
      if (!started.has(next) && declaresFlag(next, pkg, name)) {
        started.add(next)
        start(machine, next, pkg)
        return
      }
      for (const source of next.files) {
        for (const { path } of source.imports()) {
          const imported = path.includes('.') ? program.imported(path, source) : undefined
          if (imported !== undefined && !seen.has(imported)) queue.push(imported)
        }
      }
    }
  }
}

/** The files whose calls led here, outermost last: what any of them imports has been started. */
function askersOf(machine: Machine, file: GoFile): GoFile[] {
  const files = [file]
  for (let at = machine.trail; at !== undefined; at = at.up) if (!files.includes(at.at.file)) files.push(at.at.file)
  return files
}

/** Whether a package declares flags on import, and has the name as a string somewhere. */
function declaresFlag(pkg: GoPackage, flags: string, name: string): boolean {
  const imports = pkg.files.some((file) => file.imports().some(({ path }) => path === flags))
  return imports && pkg.files.some(({ text }) => text.includes(`"${name}"`))
}

function start(machine: Machine, pkg: GoPackage, flags: string): void {
  for (const file of pkg.files) {
    const imported = file.imports().find(({ path }) => path === flags)
    if (imported === undefined) continue
    for (const piece of file.pieces()) {
      if (piece.keyword !== 'var') continue
      const { node } = file.parse(piece)
      if (node === undefined) continue
      for (const { names, values } of valueSpecs(node)) {
        const declares = values.some(({ type }) => type === 'call_expression')
        const decl = declares && names[0] !== undefined ? pkg.find(names[0].text) : undefined
        if (decl !== undefined) machine.declared(decl, { file, offset: piece.start })
      }
    }
  }
  for (const init of pkg.inits()) {
    const at = { file: init.file, offset: init.node.start }
    machine.journal.apart(() => machine.call(machine.func(init, undefined, []), [], at, 'init()'))
  }
}
