import { statSync } from 'node:fs'
import { basename, isAbsolute, join, relative, sep } from 'node:path'
import type { GoIndex } from '../../src/golang/index.ts'
import { WaymarkError } from '../../src/report/index.ts'

/**
 * The Go file that someone means by a path relative to the tree, or by an absolute path inside it, in its canonical form.
 *
 * @throws WaymarkError `file-outside`, `file-not-go`, `file-missing`
 */
export function goFile({ tree, layout, files }: Pick<GoIndex, 'tree' | 'layout' | 'files'>, path: string): string {
  const inTree = relative(tree.root, isAbsolute(path) ? path : join(tree.root, path))
    .split(sep)
    .join('/')
  if (inTree.startsWith('../') || inTree === '..' || isAbsolute(inTree)) {
    throw problem('file-outside', 'is outside of the tree', path, `Name a file below ${tree.root}.`)
  }
  if (!inTree.endsWith('.go')) throw problem('file-not-go', 'is no Go file', path, 'Name a file whose name ends in .go.')
  const slash = inTree.lastIndexOf('/')
  const folder = layout.canonicalFolder(inTree.slice(0, Math.max(0, slash)))
  const file = folder === '' ? inTree.slice(slash + 1) : `${folder}/${inTree.slice(slash + 1)}`
  if (statSync(join(tree.root, file), { throwIfNoEntry: false })?.isFile() === true) return file
  const alike = [...files.keys()].filter((one) => basename(one) === basename(file))
  throw problem('file-missing', 'is not in the tree', path, 'Name a .go file as it lies in the tree: cmd/kube-apiserver/app/server.go.', alike.slice(0, 5))
}

function problem(code: string, what: string, path: string, fix: string, candidates: readonly string[] = []): WaymarkError {
  return new WaymarkError({
    code,
    severity: 'error',
    message: `${path} ${what}`,
    expected: 'the path of a Go file, relative to the root of the tree',
    found: path,
    ...(candidates.length > 0 ? { candidates } : {}),
    fix,
  })
}
