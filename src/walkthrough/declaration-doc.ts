import { parseDoc, type DocInline, type DocName } from '../golang/doc/index.ts'
import type { Declaration } from '../golang/index.ts'
import type { LinesUrl } from './book.ts'
import type { Way } from './declaration-view.ts'
import type { Linker } from './linker.ts'

/**
 * Where a name in brackets leads from the doc comment of a declaration (https://go.dev/doc/comment#doclinks): to what its own
 * package declares, or a package that its file imports. Undefined for what stands for nothing, which then stays text.
 */
export function docWay({ importPath, file }: Pick<Declaration, 'importPath' | 'file'>, { qualifier, name }: DocName, linker: Linker, linesUrl: LinesUrl): Way | undefined {
  const { index } = linker
  const path = qualifier === undefined ? importPath : packageNamed(qualifier, file, linker)
  if (path === undefined) return undefined
  if (name !== undefined) {
    const target = linker.symbol(`${path}.${name}`)
    if (target !== undefined) return { address: target.address, url: target.url }
    if (path === importPath || index.packages().includes(path)) return undefined
  }
  const folder = index.layout.folderOf(path)
  if (folder !== undefined) return { address: undefined, url: linesUrl(folder, 1, 1)?.replace(/#.*$/, '') }
  const fragment = name === undefined ? '' : `#${encodeURIComponent(name)}`
  return { address: undefined, url: `https://pkg.go.dev/${path.split('/').map(encodeURIComponent).join('/')}${fragment}` }
}

/** The names in brackets of a doc comment, in order. */
export function docNames(doc: string): DocName[] {
  if (!doc.includes('[')) return []
  const inlines = parseDoc(doc).flatMap((block): readonly DocInline[] =>
    block.kind === 'code' ? [] : block.kind === 'list' ? block.items.flatMap(({ paragraphs }) => paragraphs.flat()) : block.content,
  )
  return inlines.flatMap((inline) => (inline.kind === 'name' ? [inline.name] : []))
}

/** Import path of a package as a comment of a file calls it: by an import's name, its last element, or in full. */
function packageNamed(qualifier: string, file: string, { index }: Linker): string | undefined {
  const imports = index.files.get(file)?.imports ?? []
  const named = imports.find(({ path, alias }) => (alias ?? index.packageName(path) ?? lastElement(path)) === qualifier || path === qualifier)
  if (named !== undefined) return named.path
  return index.packages().includes(qualifier) ? qualifier : undefined
}

/** `yaml` for `sigs.k8s.io/yaml`, `redis` for `example.org/redis/v8`. */
function lastElement(path: string): string {
  const parts = path.split('/')
  const last = parts.at(-1) ?? ''
  return /^v\d+$/.test(last) && parts.length > 1 ? (parts.at(-2) ?? last) : last
}
