import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readGoMod, type GoMod } from '../go-mod.ts'
import type { Needs } from '../widen.ts'

/** A module that the main one requires. */
export interface RequiredModule {
  /** As imports name it. */
  readonly name: string
  /** Where it is fetched from: another path than its name where `replace` says so. */
  readonly path: string
  readonly version: string
}

/** A path that stays below the folder it is put in, on every system. */
const SAFE_PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.~-]+(?:\/[\w.~-]+)*$/

/**
 * Places the modules that resolving `packages` needs and the tree at `root` lacks: those that its `go.mod` requires, as far
 * as the code leads. A module at a time through `place`, which may decline; none is asked for twice.
 */
export async function placeRequired(root: string, packages: readonly string[], needs: Needs, place: (module: RequiredModule) => Promise<void>): Promise<void> {
  const mod = readGoMod(await readFile(join(root, 'go.mod'), 'utf8').catch(() => ''))
  const asked = new Set<string>()
  for (;;) {
    const missing = await needs.missing(root, packages)
    const modules = missing.map((importPath) => requiredModule(importPath, mod)).filter((module) => module !== undefined)
    const fresh = new Map(modules.filter(({ name }) => !asked.has(name)).map((module) => [module.name, module]))
    if (fresh.size === 0) return
    for (const module of fresh.values()) {
      asked.add(module.name)
      await place(module)
    }
  }
}

/** The required module that holds a package: the one with the longest path. Undefined where `go.mod` names none, or a folder instead. */
export function requiredModule(importPath: string, { requires, replaces }: GoMod): RequiredModule | undefined {
  const holding = requires.filter(({ path }) => importPath === path || importPath.startsWith(`${path}/`))
  const required = holding.sort((a, b) => b.path.length - a.path.length)[0]
  if (required === undefined || !SAFE_PATH.test(required.path)) return undefined
  const { path, version } = required
  const replace = replaces.find((one) => one.path === path && (one.version === undefined || one.version === version))
  if (replace === undefined) return { name: path, path, version }
  if (replace.local || replace.targetVersion === undefined) return undefined
  return { name: path, path: replace.target, version: replace.targetVersion }
}
