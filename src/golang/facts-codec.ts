import type { Diagnostic } from '../report/index.ts'
import type { DeclarationKind, Import } from './declaration.ts'
import type { LocalDeclaration, LocalFacts } from './local-declaration.ts'

/** Grows whenever what is cached, or the way it is read from Go text, changes. */
export const FACTS_VERSION = 7

const KINDS: readonly DeclarationKind[] = ['func', 'method', 'type', 'field', 'imethod', 'const', 'var']

type Row = [
  kind: number,
  name: string,
  owner: string | 0,
  startLine: number,
  endLine: number,
  startOffset: number,
  endOffset: number,
  nameLine: number,
  nameColumn: number,
  signature: string,
  doc: string,
  comment: string,
  embedded: 0 | 1,
  group: [number, number, number] | 0,
]

/** Facts as compact JSON: rows instead of objects. */
export function encodeFacts(facts: LocalFacts): string {
  const rows = facts.declarations.map(
    (d): Row => [
      KINDS.indexOf(d.kind),
      d.name,
      d.owner ?? 0,
      d.startLine,
      d.endLine,
      d.startOffset,
      d.endOffset,
      d.nameLine,
      d.nameColumn,
      d.signature,
      d.doc,
      d.comment,
      d.embedded ? 1 : 0,
      d.group === undefined ? 0 : [d.group.startLine, d.group.endLine, d.group.index],
    ],
  )
  const imports = facts.imports.map(({ path, alias, line }) => [path, alias ?? 0, line])
  return JSON.stringify([facts.packageName, facts.constraintHeader, imports, rows, facts.syntaxErrors, facts.problem ?? 0])
}

/** The inverse of `encodeFacts`. */
export function decodeFacts(text: string): LocalFacts {
  const [packageName, constraintHeader, imports, rows, syntaxErrors, problem] = JSON.parse(text) as [
    string,
    string,
    [string, string | 0, number][],
    Row[],
    number[],
    Diagnostic | 0,
  ]
  return {
    packageName,
    constraintHeader,
    imports: imports.map(([path, alias, line]): Import => ({ path, alias: alias === 0 ? undefined : alias, line })),
    declarations: rows.map(decodeRow),
    syntaxErrors,
    problem: problem === 0 ? undefined : problem,
  }
}

function decodeRow(row: Row): LocalDeclaration {
  const group = row[13]
  return {
    kind: KINDS[row[0]] ?? 'var',
    name: row[1],
    owner: row[2] === 0 ? undefined : row[2],
    startLine: row[3],
    endLine: row[4],
    startOffset: row[5],
    endOffset: row[6],
    nameLine: row[7],
    nameColumn: row[8],
    signature: row[9],
    doc: row[10],
    comment: row[11],
    embedded: row[12] === 1,
    group: group === 0 ? undefined : { startLine: group[0], endLine: group[1], index: group[2] },
  }
}
