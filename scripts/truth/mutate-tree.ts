import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Declaration } from '../../src/golang/index.ts'
import type { Side, Verdict } from '../../src/upgrade/index.ts'

/** What a function is called in the copy, and where it stands there. */
export interface Mutation {
  readonly symbol: string
  readonly file: string
}

/** Goes behind the name of what is renamed. */
const SUFFIX = 'Anew'
/** Where moved functions go, in the folder they were in. */
const OTHER_FILE = 'moved_elsewhere.go'

/**
 * Makes another version of a tree: of the functions that verdicts are about, every second one moves to another file of its
 * package, and every other one gets another name, wherever the indexed packages write it. Everything else is the same: folders
 * that hold no indexed file are links to the original.
 */
export function mutateTree({ tree, copy, side, verdicts }: { tree: string; copy: string; side: Side; verdicts: readonly Verdict[] }): Map<string, Mutation> {
  const functions = chooseFunctions(side, verdicts)
  const moved = functions.filter((_, i) => i % 2 === 0)
  const renamed = functions.filter((_, i) => i % 2 === 1)
  const texts = new Map([...side.index.files.keys()].map((file) => [file, side.text(file)]))
  const mutations = new Map<string, Mutation>()
  for (const declaration of [...moved].sort((a, b) => b.startOffset - a.startOffset)) {
    const { file, symbol, startOffset, endOffset } = declaration
    const text = texts.get(file) ?? ''
    const target = join(dirname(file), OTHER_FILE)
    const head = `package ${side.index.packageName(declaration.importPath) ?? 'main'}\n`
    texts.set(target, `${texts.get(target) ?? head}\n${text.slice(startOffset, endOffset)}\n`)
    texts.set(file, text.slice(0, startOffset) + text.slice(endOffset))
    mutations.set(symbol, { symbol, file: target })
  }
  for (const { symbol, file } of renamed) mutations.set(symbol, { symbol: `${symbol}${SUFFIX}`, file })
  const names = new RegExp(`\\b(${renamed.map(({ name }) => name).join('|') || '(?!)'})\\b`, 'g')
  rmSync(copy, { recursive: true, force: true })
  mirror(resolve(tree), resolve(copy), new Set([...texts.keys()]))
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), text.replace(names, `$1${SUFFIX}`))
  }
  return mutations
}

/** Functions by name, each name declared once and used for nothing else, so that renaming one renames nothing else. */
function chooseFunctions(side: Side, verdicts: readonly Verdict[]): Declaration[] {
  const counts = new Map<string, number>()
  for (const { name } of side.wide.declarations({ tests: true })) counts.set(name, (counts.get(name) ?? 0) + 1)
  const chosen = new Map<string, Declaration>()
  for (const { before } of verdicts) {
    const [declaration] = before?.symbol === undefined ? [] : side.index.bySymbol(before.symbol)
    if (declaration?.kind === 'func' && declaration.name !== 'main' && counts.get(declaration.name) === 1) chosen.set(declaration.symbol, declaration)
  }
  return [...chosen.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1))
}

/** Links whatever lies beside the given files, and copies nothing else. */
function mirror(from: string, to: string, files: ReadonlySet<string>, folder = ''): void {
  mkdirSync(join(to, folder), { recursive: true })
  for (const entry of readdirSync(join(from, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (files.has(path)) continue
    const holds = entry.isDirectory() && [...files].some((file) => file.startsWith(`${path}/`))
    if (holds) mirror(from, to, files, path)
    else if (entry.isFile()) cpSync(join(from, path), join(to, path))
    else symlinkSync(join(from, path), join(to, path))
  }
}
