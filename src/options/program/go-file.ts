import type { GoParser } from '../../golang/index.ts'
import { copySyntax, type Syntax } from '../../golang/resolve/syntax.ts'
import { sourceFile } from '../../golang/resolve/source-file.ts'
import type { Place } from '../model.ts'
import { headImports, importsIn } from './head-imports.ts'
import { splitFile, type Piece } from './split-file.ts'

/** A Go file whose declarations are parsed one by one, when asked for. */
export interface GoFile {
  /** Relative to the root of the tree. */
  readonly path: string
  readonly folder: string
  readonly importPath: string
  readonly packageName: string
  readonly text: string
  /** Belongs to a build for linux on amd64, tests aside. */
  readonly built: boolean
  /** Imports as written; the alias is undefined where none is. */
  imports(): readonly { readonly path: string; readonly alias: string | undefined }[]
  pieces(): readonly Piece[]
  /** Syntax of a declaration; offsets are the file's. `broken`: where it stops being Go, when not all of it could be read. */
  parse(piece: Piece): { readonly node: Syntax | undefined; readonly broken: number | undefined }
  place(offset: number): Place
}

const HEAD = 'package p\n'

/** A file from its text. */
export function goFile(path: string, importPath: string, text: string, parser: GoParser): GoFile {
  const source = sourceFile('tree', path, importPath, () => text)
  let pieces: readonly Piece[] | undefined
  let imports: { path: string; alias: string | undefined }[] | undefined
  const parsed = new Map<Piece, { node: Syntax | undefined; broken: number | undefined }>()
  return {
    path,
    folder: source.folder,
    importPath,
    packageName: source.packageName,
    text,
    built: source.built && !source.test,
    pieces: () => (pieces ??= splitFile(text)),
    imports() {
      imports ??=
        headImports(text) ??
        this.pieces()
          .filter(({ keyword }) => keyword === 'import')
          .flatMap(({ start, end }) => importsIn(text.slice(start + 'import'.length, end)))
      return imports
    },
    parse(piece) {
      let known = parsed.get(piece)
      if (known === undefined) parsed.set(piece, (known = parsePiece(piece, text, parser)))
      return known
    },
    place: (offset) => ({ file: path, ...source.lineAndColumn(offset) }),
  }
}

function parsePiece({ start, end }: Piece, text: string, parser: GoParser): { node: Syntax | undefined; broken: number | undefined } {
  const tree = parser.parse(HEAD + text.slice(start, end))
  try {
    const back = (offset: number): number => offset - HEAD.length + start
    const { syntax } = copySyntax(tree, text, { start: back, end: back })
    return { node: syntax.kids.find(({ type }) => type.endsWith('_declaration')), broken: tree.rootNode.hasError ? back(tree.rootNode.descendantsOfType('ERROR')[0]?.startIndex ?? HEAD.length) : undefined }
  } finally {
    tree.delete()
  }
}
