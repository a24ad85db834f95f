import type { GoIndex } from '../go-index.ts'
import type { Target } from '../resolve/reference.ts'

/** Whether a reference leads to a method of an interface: then what is really called may be any type's method of that name. */
export async function isInterfaceMethod(index: GoIndex, { symbol, file, line, column }: Target): Promise<boolean> {
  const [declaration] = index.bySymbol(symbol)
  if (declaration !== undefined) return declaration.kind === 'imethod'
  // Outside of the indexed packages nothing but the syntax around it tells; of Go's own library there may be none at hand.
  if (file === null || line === null || column === null) return true
  const { tree } = await index.parse(file)
  try {
    return tree.rootNode
      .descendantsOfType('method_elem')
      .some(({ startPosition: { row, column: from } }) => row + 1 === line && from + 1 === column)
  } finally {
    tree.delete()
  }
}
