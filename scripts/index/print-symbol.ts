import pc from 'picocolors'
import { describeSymbol, shortSymbol, type Aliases, type Declaration, type GoIndex } from '../../src/golang/index.ts'

/** A declaration as a person wants to see it: place, signature, doc comment, members. */
export function printSymbol(index: GoIndex, aliases: Aliases, declaration: Declaration): string[] {
  const { members } = describeSymbol(index, declaration)
  const lines = [
    `${pc.bold(shortSymbol(index, aliases, declaration))}  ${pc.dim(declaration.symbol)}`,
    `${declaration.file}:${declaration.startLine}${declaration.endLine > declaration.startLine ? `-${declaration.endLine}` : ''}`,
    '',
    declaration.signature,
  ]
  const doc = declaration.doc || declaration.comment
  if (doc !== '') lines.push('', ...doc.split('\n').map((line) => (line === '' ? '' : `    ${line}`)))
  if (declaration.buildConstraint !== undefined) lines.push('', `built only for ${declaration.buildConstraint}`)
  if (members.length > 0) {
    lines.push('', `${members.length} member${members.length === 1 ? '' : 's'}:`)
    for (const { signature, file, startLine } of members) lines.push(`  ${signature}  ${pc.dim(`${file}:${startLine}`)}`)
  }
  return lines
}

/** The public JSON of a declaration, one line. */
export function declarationLine({ symbol, kind, file, startLine, endLine, signature, exported }: Declaration): string {
  return JSON.stringify({ symbol, kind, file, startLine, endLine, signature, exported })
}
