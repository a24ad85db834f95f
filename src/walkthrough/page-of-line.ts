import type { Book } from './book.ts'
import { lineOnPage } from './declaration-source.ts'

/**
 * Where the site shows a line of code on the page of a declaration: `code/pkg/options/Etcd.AddFlags/#the-source-L12`, below walkthrough
 * and locale. Undefined for a line that no page shows. Asking makes sure that the page is there, as links do.
 */
export function pageOfLine({ linker }: Pick<Book, 'linker'>, { file, line }: { readonly file: string; readonly line: number }): string | undefined {
  if (linker?.hasPages !== true) return undefined
  const declaration = linker.index.files.get(file)?.declarations.find(({ owner, kind, startLine, endLine }) => (owner === undefined || kind === 'method') && startLine <= line && line <= endLine)
  const target = declaration && linker.symbol(declaration.symbol)
  const id = declaration && lineOnPage(declaration, line)
  // Of declarations for several systems one has the page.
  return target?.address === undefined || target.file !== file || id === undefined ? undefined : `${target.address.replace(/#.*$/, '')}#${id}`
}
