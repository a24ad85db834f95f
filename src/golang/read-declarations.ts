import type { Import } from './declaration.ts'
import type { Reading } from './declare.ts'
import type { GoNode } from './go-node.ts'
import type { LocalDeclaration } from './local-declaration.ts'
import { afterSpace, identifierAt } from './names-at.ts'
import { nodesWithin } from './nodes-within.ts'
import { readFunction } from './read-function.ts'
import { readSpecs } from './read-specs.ts'
import { MEMBER_NODES } from './type-members.ts'

/** What a tree declares at package level, in order of the text. */
export interface ReadDeclarations {
  readonly packageName: string
  /** Offset in the text of the package clause; undefined when there is none. */
  readonly packageStart: number | undefined
  readonly imports: Import[]
  readonly declarations: LocalDeclaration[]
}

const TOP_LEVEL = [
  'package_clause',
  'import_spec',
  'function_declaration',
  'method_declaration',
  'type_declaration',
  'const_declaration',
  'var_declaration',
]

const INNER = ['import_spec', 'type_spec', 'type_alias', 'const_spec', 'var_spec', ...MEMBER_NODES]

/**
 * Reads the declarations of a tree. Where the tree has errors, declarations that the parser could still make out inside
 * them are read too.
 */
export function readDeclarations(root: GoNode, reading: Reading): ReadDeclarations {
  const imports: Import[] = []
  const declarations: LocalDeclaration[] = []
  let packageName = ''
  let packageStart: number | undefined
  const within = nodesWithin(root, INNER)
  for (const node of topLevelNodes(root)) {
    const { type } = node
    switch (type) {
      case 'package_clause':
        packageStart ??= reading.positions.start(node.startIndex)
        packageName ||= node.namedChildren.find((child) => child.type === 'package_identifier')?.text ?? ''
        break
      case 'import_declaration':
      case 'import_spec':
        for (const inner of within(node.startIndex, node.endIndex)) {
          if (inner.type === 'import_spec') imports.push(readImport(inner.start, inner.end, reading))
        }
        break
      case 'function_declaration':
      case 'method_declaration': {
        const declaration = readFunction(node, reading)
        if (declaration !== undefined) declarations.push(declaration)
        break
      }
      case 'type_declaration':
        readSpecs(node, 'type', within(node.startIndex, node.endIndex), reading, declarations)
        break
      case 'const_declaration':
        readSpecs(node, 'const', within(node.startIndex, node.endIndex), reading, declarations)
        break
      case 'var_declaration':
        readSpecs(node, 'var', within(node.startIndex, node.endIndex), reading, declarations)
        break
    }
  }
  return { packageName, packageStart, imports, declarations }
}

function topLevelNodes(root: GoNode): GoNode[] {
  if (!root.hasError) return root.namedChildren
  const nodes: GoNode[] = []
  let covered = 0
  for (const node of root.descendantsOfType(TOP_LEVEL)) {
    if (node.startIndex < covered) continue // local to a function body
    covered = node.endIndex
    nodes.push(node)
  }
  return nodes
}

/** An import: its path between quotes of either kind, and before it a name, `.` or `_` where there is one. */
function readImport(specStart: number, specEnd: number, { text, positions }: Reading): Import {
  const start = positions.start(specStart)
  const alias = text[start] === '.' ? '.' : identifierAt(text, start)
  const quote = afterSpace(text, start + alias.length)
  const path = text.slice(quote + 1, positions.end(specEnd) - 1)
  return { path, alias: alias === '' ? undefined : alias, line: positions.line(start) }
}
