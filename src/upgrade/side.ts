import { openParser, type Aliases, type Declaration, type GoIndex, type GoNode } from '../golang/index.ts'
import type { DeclaredCode } from '../walkthrough/declared-code.ts'
import { coveringNode } from '../walkthrough/structure.ts'
import { callsIn, shapeOf, type Shape } from './shape.ts'

/** One of the two versions, as everything that is compared needs it. */
export interface Side {
  /** The configured packages: what authors can name. */
  readonly index: GoIndex
  /** Those, and the packages of the same repository that they import: where code may have come from or gone to. */
  readonly wide: GoIndex
  readonly aliases: Aliases
  /** Syntax tree of a file; kept. */
  root(file: string): { readonly text: string; readonly root: GoNode }
  /** Text of a file; kept. */
  text(file: string): string
  code(declaration: Declaration): DeclaredCode
  shape(declaration: Declaration): Shape
  /** Names of the functions in which a name is called. By name alone: the same name elsewhere counts too. */
  callersOf(name: string): ReadonlySet<string>
  /** Whether a file or folder is in the repository, at hand or not. */
  exists(path: string): boolean
}

/** Opens a version. What was read is kept, so that each file is parsed once. */
export async function openSide(given: Pick<Side, 'index' | 'wide' | 'aliases' | 'exists'>): Promise<Side> {
  const parser = await openParser()
  const { wide } = given
  const files = new Map<string, { text: string; root: GoNode }>()
  const shapes = new Map<string, Shape>()
  let callers: Map<string, Set<string>> | undefined
  const texts = new Map<string, string>()
  const textOf = (file: string): string => {
    const text = texts.get(file) ?? wide.text(file)
    texts.set(file, text)
    return text
  }
  const root: Side['root'] = (file) => {
    let known = files.get(file)
    if (known === undefined) {
      const text = textOf(file)
      files.set(file, (known = { text, root: parser.parse(text).rootNode }))
    }
    return known
  }
  const code = (declaration: Declaration): DeclaredCode => {
    const { text, root: node } = root(declaration.file)
    return { declaration, text, node: coveringNode(node, declaration) }
  }
  return {
    ...given,
    root,
    text: textOf,
    code,
    shape(declaration) {
      const key = `${declaration.file}:${declaration.startOffset}:${declaration.symbol}`
      let shape = shapes.get(key)
      if (shape === undefined) {
        const { file, startOffset, endOffset } = declaration
        shapes.set(key, (shape = shapeOf(declaration, textOf(file).slice(startOffset, endOffset), wide.files.get(file))))
      }
      return shape
    },
    callersOf(name) {
      callers ??= readCallers(wide, textOf)
      return callers.get(name) ?? NOBODY
    },
  }
}

const NOBODY: ReadonlySet<string> = new Set()

function readCallers(index: GoIndex, textOf: (file: string) => string): Map<string, Set<string>> {
  const callers = new Map<string, Set<string>>()
  for (const [file, facts] of index.files) {
    if (facts.test) continue
    const text = textOf(file)
    for (const declaration of facts.declarations) {
      if (declaration.kind !== 'func' && declaration.kind !== 'method') continue
      for (const name of callsIn(text.slice(declaration.startOffset, declaration.endOffset), declaration.name)) {
        const known = callers.get(name)
        if (known === undefined) callers.set(name, new Set([declaration.name]))
        else known.add(declaration.name)
      }
    }
  }
  return callers
}

/** The text of a declaration on a side. */
export const textOn = (side: Side, { file, startOffset, endOffset }: Declaration): string => side.text(file).slice(startOffset, endOffset)
