import type { Diagnostic } from '../report/index.ts'
import { decodeSource } from './decode-source.ts'
import type { GoNode, GoParser, GoTree } from './go-node.ts'
import type { LocalFacts } from './local-declaration.ts'
import { positionsIn } from './positions.ts'
import { readDeclarations } from './read-declarations.ts'
import { scanSource, type ScannedSource } from './scan-source.ts'

/**
 * How much of a file is parsed: `whole`, or `declarations`, which drops function bodies, parameters and literals first. The
 * declarations are the same, and read in the same way; syntax errors inside what is dropped are only seen by `whole`.
 */
export type ReadMode = 'whole' | 'declarations'

/** Above this many UTF-16 code units a file is always read in mode `declarations`: it is generated, and bodies cost most. */
export const LARGEST_WHOLE_FILE = 4 * 1024 * 1024

const MOST_ERRORS = 50

/** Facts of one Go file from its bytes. Never throws for what the bytes hold. */
export function readFacts(parser: GoParser, bytes: Buffer, mode: ReadMode): LocalFacts {
  const decoded = decodeSource(bytes)
  if (decoded.kind === 'unreadable') return { ...NO_FACTS, problem: decoded.problem }
  const facts = readFileFacts(parser, decoded.text, mode)
  return decoded.problem === undefined ? facts : { ...facts, problem: decoded.problem }
}

/** What is known of a file that could not be read. */
export const NO_FACTS: LocalFacts = {
  packageName: '',
  constraintHeader: '',
  imports: [],
  declarations: [],
  syntaxErrors: [],
  problem: undefined,
}

/** Facts of one Go text. Never throws for what the text holds. */
export function readFileFacts(parser: GoParser, text: string, mode: ReadMode): LocalFacts {
  const scanned = scanSource(text)
  const large = text.length > LARGEST_WHOLE_FILE
  const ofWhole = (tree: GoTree): LocalFacts => factsOf(tree, text, scanned, 'whole')
  if (!scanned.sound) return withTree(parser, text, ofWhole)
  const broken = mode === 'whole' && !large ? withTree(parser, text, (tree) => (tree.rootNode.hasError ? ofWhole(tree) : undefined)) : undefined
  if (broken !== undefined) return broken
  const facts = withTree(parser, scanned.condensed, (tree) =>
    tree.rootNode.hasError && !large ? undefined : factsOf(tree, text, scanned, 'condensed'),
  )
  return facts ?? withTree(parser, text, ofWhole)
}

function withTree<Result>(parser: GoParser, text: string, use: (tree: GoTree) => Result): Result {
  const tree = parser.parse(text)
  try {
    return use(tree)
  } finally {
    tree.delete()
  }
}

function factsOf({ rootNode }: GoTree, text: string, scanned: ScannedSource, parsed: 'whole' | 'condensed'): LocalFacts {
  const positions = positionsIn(scanned, parsed)
  const { packageName, packageStart, imports, declarations } = readDeclarations(rootNode, { text, scanned, positions, parsed })
  const header = text.slice(0, packageStart ?? 0)
  return {
    packageName,
    constraintHeader: /^\/\/(go:build|[ \t]*\+build)/m.test(header) ? header : '',
    imports,
    declarations,
    syntaxErrors: rootNode.hasError ? errorLines(rootNode, (offset) => positions.line(positions.start(offset))) : [],
    problem: undefined,
  }
}

/** Lines of the outermost errors and of tokens the parser had to invent, ascending, each once. */
function errorLines(root: GoNode, lineOf: (offset: number) => number): number[] {
  const lines = new Set<number>()
  const open = [root]
  for (let node = open.pop(); node !== undefined && lines.size < MOST_ERRORS; node = open.pop()) {
    if (node.type === 'ERROR' || node.isMissing) lines.add(lineOf(node.startIndex))
    else open.push(...node.children.filter((child) => child.hasError || child.isMissing).reverse())
  }
  return [...lines].sort((a, b) => a - b)
}

/** What is wrong with a file, for a person; empty for a well-formed one. */
export function problemsOf(file: string, { syntaxErrors, problem }: Pick<LocalFacts, 'syntaxErrors' | 'problem'>): Diagnostic[] {
  const problems: Diagnostic[] = problem === undefined ? [] : [{ ...problem, file }]
  const [line] = syntaxErrors
  if (line === undefined) return problems
  const lines = syntaxErrors.length >= MOST_ERRORS ? `${syntaxErrors.join(', ')}, …` : syntaxErrors.join(', ')
  problems.push({
    code: 'go-syntax',
    severity: 'warning',
    message: 'is not well-formed Go; what could be read of it is indexed',
    file,
    line,
    found: syntaxErrors.length === 1 ? `an error on line ${lines}` : `errors on lines ${lines}`,
    fix: 'Mend it in the source tree, or leave it out of the packages.',
  })
  return problems
}
