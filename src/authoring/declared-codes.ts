import { openParser, resolveSymbol, type Aliases, type Declaration, type GoIndex, type GoNode } from '../golang/index.ts'
import type { DeclaredCode } from '../walkthrough/declared-code.ts'
import { symbolAmbiguous, symbolMissing } from '../walkthrough/binder-diagnostics.ts'
import { failed, found, type AuthorPlace, type Resolved } from '../walkthrough/index.ts'
import { coveringNode } from '../walkthrough/structure.ts'

/** Finds declarations with their text and syntax, by symbols as authors write them. */
export type DeclaredCodes = (symbol: string, place: AuthorPlace) => Resolved<DeclaredCode>

/** Opens the declarations of an index; files that were parsed are kept. */
export async function declaredCodes(index: GoIndex, aliases: Aliases): Promise<DeclaredCodes> {
  const parser = await openParser()
  const files = new Map<string, { readonly text: string; readonly root: GoNode }>()
  const codeOf = (declaration: Declaration): DeclaredCode => {
    let file = files.get(declaration.file)
    if (file === undefined) {
      const text = index.text(declaration.file)
      file = { text, root: parser.parse(text).rootNode }
      files.set(declaration.file, file)
    }
    return { declaration, text: file.text, node: coveringNode(file.root, declaration) }
  }
  return (symbol, place) => {
    const result = resolveSymbol(index, aliases, symbol)
    if (result.kind === 'missing') return failed(symbolMissing(symbol, result.nearest, place))
    if (result.kind === 'ambiguous') return failed(symbolAmbiguous(symbol, result.candidates, place))
    return found(codeOf(result.declaration))
  }
}
