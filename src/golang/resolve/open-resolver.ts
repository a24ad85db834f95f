import type { Diagnostic } from '../../report/index.ts'
import type { GoIndex } from '../go-index.ts'
import { openParser } from '../open-parser.ts'
import type { Entity, Found } from './entity.ts'
import { keptFiles } from './kept-files.ts'
import { loadPackages, type Packages } from './load-packages.ts'
import { readSyntax } from './read-syntax.ts'
import { referenceOf, type Reference, type Target } from './reference.ts'
import type { Syntax } from './syntax.ts'
import { visitTopLevel } from './visit-file.ts'

/** What to resolve with. */
export interface ResolverOptions {
  /** `GOROOT/src`, when Go's own library is at hand: then what its functions give is known too. */
  readonly library?: string | undefined
}

/** A part of a file: offsets in UTF-16 code units, the end exclusive. */
export interface Within {
  readonly startOffset: number
  readonly endOffset: number
}

/** A file with what its identifiers mean. */
export interface ResolvedFile {
  /** Import path of its package; with `_test` appended for a package beside it. */
  readonly importPath: string
  readonly text: string
  /** Its top-level nodes: package clause, imports, declarations; with `within`, those that reach into it. */
  readonly nodes: readonly Syntax[]
  /** In these nodes, in order of the text. */
  readonly identifiers: readonly Syntax[]
  /** One for each identifier, in the same order. */
  readonly references: readonly Reference[]
}

/** Answers what identifiers mean. Packages are read from the tree when first needed, whether indexed or not. */
export interface Resolver {
  /**
   * Every identifier of a file of the tree, in order. Never throws for what files hold: what cannot be told is `unknown`.
   * Empty for a file that is not there. With `within`, only those of top-level nodes that reach into this part of the file:
   * far quicker for one function of a long file.
   */
  references(file: string, within?: Within): Promise<readonly Reference[]>
  /** The same with the syntax they stand in; undefined for a file that is not there. */
  resolve(file: string, within?: Within): Promise<ResolvedFile | undefined>
  /** What was wrong with files asked for so far. */
  readonly diagnostics: readonly Diagnostic[]
  /** What it looks around in, and what it has found out about how packages hang together. */
  packages(): Promise<Packages>
  /** Import paths of packages of which a declaration was wanted so far and no source is at hand, Go's own library among them. */
  readonly missing: ReadonlySet<string>
}

/** A resolver over the tree of an index, or over any tree with its layout. */
export function openResolver({ tree, layout }: Pick<GoIndex, 'tree' | 'layout'>, { library }: ResolverOptions = {}): Resolver {
  const diagnostics: Diagnostic[] = []
  let packages: Packages | undefined
  const open = async (): Promise<Packages> => (packages ??= loadPackages({ root: tree.root, layout, kept: keptFiles(tree) }, library, await openParser()))
  const resolve = async (file: string, within?: Within): Promise<ResolvedFile | undefined> => {
    const parser = await openParser()
    const packages = await open()
    const at = packages.fileOf(file)
    const context = at?.table.contextOf(at.source)
    if (at === undefined || context === undefined) return undefined
    const { syntax, identifiers: all, broken } = readSyntax(at.source, parser)
    const known = new Map<number, Found>()
    const before = packages.tooDeep
    let overflows = 0
    const nodes = within === undefined ? syntax.kids : syntax.kids.filter(({ start, end }) => start < within.endOffset && end > within.startOffset)
    for (const node of nodes) {
      if (broken && hasError(node)) continue
      packages.depth = 0
      try {
        visitTopLevel(node, context, (identifier, found) => known.set(identifier.start, found))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        overflows++
      }
    }
    if (broken) diagnostics.push(unread(file))
    if (packages.tooDeep + overflows > before) diagnostics.push(deep(file))
    const identifiers = within === undefined ? all : all.filter(({ start, end }) => nodes.some((node) => node.start <= start && end <= node.end))
    const targets = new Map<Entity, Target>()
    const references = identifiers.map((node) => referenceOf(node, known.get(node.start), at.source, targets))
    return { importPath: at.source.importPath, text: at.source.text, nodes, identifiers, references }
  }
  return {
    diagnostics,
    resolve,
    references: async (file, within) => (await resolve(file, within))?.references ?? [],
    packages: open,
    get missing() {
      return packages?.missing ?? new Set<string>()
    },
  }
}

/** Whether the parser had to skip or invent something below a node; without recursion. */
function hasError(top: Syntax): boolean {
  const open = [top]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'ERROR' || (node.kids.length === 0 && node.end === node.start && MAY_BE_INVENTED.test(node.type))) return true
    for (const kid of node.kids) open.push(kid)
  }
  return false
}

/** Leaves that have text unless the parser made them up. */
const MAY_BE_INVENTED = /identifier$|literal$|label_name/

function unread(file: string): Diagnostic {
  return {
    code: 'go-syntax',
    severity: 'warning',
    message: 'is not well-formed Go; identifiers of declarations that could not be read are unknown',
    file,
    fix: 'Mend it in the source tree, or leave it out of the packages.',
  }
}

function deep(file: string): Diagnostic {
  return {
    code: 'go-nesting',
    severity: 'warning',
    message: 'nests so deeply that some of its identifiers are left unknown',
    file,
    fix: 'Nothing has to be done unless a chapter needs them: nothing a person wrote is so deep.',
  }
}
