import type { Diagnostic } from '../report/index.ts'
import type { Declaration, FileFacts, Import } from './declaration.ts'
import { buildConstraint } from './build-constraint.ts'

/** A declaration as its file alone tells it, before anyone knows where the file lies. This is what the cache keeps. */
export type LocalDeclaration = Omit<Declaration, 'symbol' | 'importPath' | 'file' | 'exported' | 'buildConstraint' | 'test'>

/** What the text of one file tells. */
export interface LocalFacts {
  readonly packageName: string
  /** Text before the package clause that can hold build constraints; empty when it holds none. */
  readonly constraintHeader: string
  readonly imports: readonly Import[]
  readonly declarations: readonly LocalDeclaration[]
  readonly syntaxErrors: readonly number[]
  /** Why nothing, or not everything, could be read, apart from syntax; without the file's name, which may differ. */
  readonly problem: Diagnostic | undefined
}

/** Joins what a file says with where it lies. `importPath` is that of its folder. */
export function placeFacts(local: LocalFacts, file: string, importPath: string): FileFacts {
  const baseName = file.slice(file.lastIndexOf('/') + 1)
  const constraint = buildConstraint(baseName, local.constraintHeader)
  const test = baseName.endsWith('_test.go')
  const path = test && local.packageName.endsWith('_test') ? `${importPath}_test` : importPath
  return {
    file,
    packageName: local.packageName,
    importPath: path,
    imports: local.imports,
    declarations: local.declarations.map((declaration) => ({
      ...declaration,
      symbol: symbolOf(path, declaration.owner, declaration.name),
      importPath: path,
      file,
      exported: isExported(declaration.name),
      buildConstraint: constraint,
      test,
    })),
    buildConstraint: constraint,
    test,
    syntaxErrors: local.syntaxErrors,
  }
}

/** `importPath.Name` or `importPath.Owner.Name`. */
export function symbolOf(importPath: string, owner: string | undefined, name: string): string {
  return owner === undefined ? `${importPath}.${name}` : `${importPath}.${owner}.${name}`
}

/** Whether a name starts with an upper-case letter (Go spec, "Exported identifiers"). */
export function isExported(name: string): boolean {
  const first = name.charCodeAt(0)
  if (first < 128) return first >= 65 && first <= 90
  return /^\p{Lu}/u.test(name)
}
