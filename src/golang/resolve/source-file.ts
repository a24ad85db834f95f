import { buildConstraint } from '../build-constraint.ts'
import { holdsOnLinux } from '../evaluate-constraint.ts'
import { scanOutline, type OutlinePart } from './scan-outline.ts'

/** Where a folder lies: in the tree that is told about, or in Go's own library beside it. */
export type RootKind = 'tree' | 'library'

/** A Go file. Its content is read when first asked for. */
export interface SourceFile {
  readonly root: RootKind
  /** Relative to its root. */
  readonly file: string
  readonly folder: string
  /** Import path of its package; with `_test` appended for a package beside it. */
  readonly importPath: string
  readonly packageName: string
  /** Offset of the package clause; 0 when there is none. */
  readonly packageStart: number
  readonly text: string
  readonly test: boolean
  readonly constraint: string | undefined
  /** Whether it belongs to a build for linux on amd64. */
  readonly built: boolean
  /** What it declares; undefined when that cannot be told without parsing. */
  readonly outline: readonly OutlinePart[] | undefined
  /** One-based line and column, in UTF-16 code units, of an offset. */
  lineAndColumn(offset: number): { readonly line: number; readonly column: number }
}

/**
 * A file by its path, read when first looked into. `folderPath` is the import path of its folder, `read` gives its text.
 */
export function sourceFile(root: RootKind, file: string, folderPath: string, read: () => string): SourceFile {
  const slash = file.lastIndexOf('/')
  const name = file.slice(slash + 1)
  const test = name.endsWith('_test.go')
  let text: string | undefined
  const textOf = (): string => (text ??= read())
  let head: Head | undefined
  const headOf = (): Head => (head ??= readHead(textOf(), name))
  let built: boolean | undefined
  let outline: { readonly parts: readonly OutlinePart[] | undefined } | undefined
  let lines: number[] | undefined
  let lastLine = 1
  return {
    root,
    file,
    folder: file.slice(0, Math.max(0, slash)),
    test,
    get importPath() {
      return test && headOf().packageName.endsWith('_test') ? `${folderPath}_test` : folderPath
    },
    get packageName() {
      return headOf().packageName
    },
    get packageStart() {
      return headOf().packageStart
    },
    get text() {
      return textOf()
    },
    get constraint() {
      return headOf().constraint
    },
    get built() {
      // A name can say enough.
      built ??= holdsOnLinux(buildConstraint(name, '')) && holdsOnLinux(headOf().constraint)
      return built
    },
    get outline() {
      outline ??= { parts: scanOutline(textOf(), headOf().packageStart) }
      return outline.parts
    },
    lineAndColumn(offset) {
      lines ??= lineStarts(textOf())
      // Mostly asked for one offset after the other.
      if (!(offset >= lines[lastLine - 1]! && offset < (lines[lastLine] ?? Infinity))) lastLine = lineOf(lines, offset)
      return { line: lastLine, column: offset - lines[lastLine - 1]! + 1 }
    },
  }
}

interface Head {
  readonly packageName: string
  readonly packageStart: number
  readonly constraint: string | undefined
}

function readHead(text: string, name: string): Head {
  const clause = packageClause(text)
  return { packageName: clause.name, packageStart: clause.start, constraint: buildConstraint(name, text.slice(0, clause.start)) }
}

/** The package clause: its name, empty when there is none, and where it starts. */
function packageClause(text: string): { name: string; start: number } {
  let at = 0
  for (;;) {
    while (at < text.length && /\s|;/.test(text[at]!)) at++
    if (text.startsWith('//', at)) at = endOf(text, '\n', at)
    else if (text.startsWith('/*', at)) at = endOf(text, '*/', at)
    else break
  }
  const match = /^package(?:\s|\/\*.*?\*\/)+([\p{L}_][\p{L}\p{Nd}_]*)/su.exec(text.slice(at, at + 1024))
  return match === null ? { name: '', start: 0 } : { name: match[1]!, start: at }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from + 2)
  return at === -1 ? text.length : at + mark.length
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}
