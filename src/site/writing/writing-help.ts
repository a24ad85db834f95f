import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { declaredCodes, listAnchors, noteDirective, UNWRITTEN, type DeclaredCodes } from '../../authoring/index.ts'
import type { GoIndex } from '../../golang/index.ts'
import type { Book } from '../../walkthrough/index.ts'
import { ANCHORS, type AnchorsAnswer } from './anchors-answer.ts'

/** The client's part of the help, and the server's: what the lines of an excerpt can be noted with. Books are asked as they are now. */
export function writingHelp({ books }: { readonly books: ReadonlyMap<string, Book> }): AstroIntegration {
  const opened = new WeakMap<GoIndex, Promise<DeclaredCodes>>()
  const answer = async (walkthrough: string, symbol: string): Promise<AnchorsAnswer> => {
    const book = books.get(walkthrough)
    if (book?.index === undefined) return { notes: {} }
    const { index } = book
    const codes = opened.get(index) ?? declaredCodes(index, book.walkthrough.aliases)
    opened.set(index, codes)
    const declared = (await codes)(symbol, { file: '', line: 1, column: 1 })
    if (declared.kind === 'failed') return { notes: {} }
    return { notes: Object.fromEntries(listAnchors(declared.value, new Set()).map(({ line, anchor }) => [line, noteDirective(anchor, UNWRITTEN)])) }
  }
  return {
    name: 'waymark-writing-help',
    hooks: {
      'astro:config:setup': ({ injectScript }) => {
        injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('writing-client.ts', import.meta.url)))}`)
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
          if (!pathname.endsWith(ANCHORS)) {
            next()
            return
          }
          answer(searchParams.get('walkthrough') ?? '', searchParams.get('symbol') ?? '').then(
            (found) => response.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(found)),
            next,
          )
        })
      },
    },
  }
}
