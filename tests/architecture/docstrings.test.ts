import ts from 'typescript'
import { expect, it } from 'vitest'
import { projectFiles, readProjectFile } from './project-files.ts'

/** Exported functions and classes without a doc comment, as `file: name`. */
function undocumented(file: string): string[] {
  const source = ts.createSourceFile(file, readProjectFile(file), ts.ScriptTarget.Latest, true)
  return source.statements
    .filter((statement) => ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    .filter((statement) => statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0)
    .map((statement) => `${file}: ${statement.name?.text ?? 'default'}`)
}

it('says of every exported function and class what it is', () => {
  const files = projectFiles(/^(src|scripts)\/.*\.ts$/)
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(undocumented)).toEqual([])
})
