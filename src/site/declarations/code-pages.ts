import { toHtml } from 'hast-util-to-html'
import { CODE, docNames, type DeclarationView, type NameCard } from '../../walkthrough/index.ts'
import type { CodeContext } from './code-context.ts'
import { renderDeclaration } from './render-declaration.ts'
import { renderCode, renderPackage } from './render-package.ts'
import type { StampedPage } from './stamp-page.ts'

/** What is worth keeping of a page about a declaration from one build to the next. */
export interface MadePage {
  /** HTML. */
  readonly body: string
  /** The lists of cards that it fetches. */
  readonly cards: readonly (readonly NameCard[])[]
}

/** Gives the page that was made from the same before, else makes it. `madeFrom` is all that decides what it says. */
export type KeepPage = (madeFrom: unknown, make: () => MadePage) => MadePage

/** Every page about the code of a walkthrough in one language, one after the other. */
export function* renderCodePages(context: CodeContext, keep: KeepPage = (_, make) => make()): Generator<StampedPage> {
  const { pages, strings } = context
  yield page(`${CODE}/`, strings.code, strings.codeLead(context.walkthrough, context.version), toHtml(renderCode(context)))
  for (const view of pages.packages) yield page(view.address, `package ${view.name}`, view.importPath, toHtml(renderPackage(view, context)))
  for (const view of pages.declarations) {
    const { declaration, name, packageName } = view
    const title = `${name} · ${packageName}`
    yield page(view.address, title, strings.description(strings.kinds[declaration.kind], name, declaration.importPath), declarationBody(view, context, keep))
  }
}

function declarationBody(view: DeclarationView, context: CodeContext, keep: KeepPage): string {
  const { pages, hrefOf, chapterOf, keepCards } = context
  const { doc, comment } = view.declaration
  const docs = [doc, comment, ...view.members.map((member) => member.doc)]
  const ways = docs.flatMap(docNames).map((name) => pages.docWay(view.declaration, name))
  const { body, cards } = keep([view, ways, hrefOf(''), view.mentions.map(chapterOf)], () => {
    const lists: (readonly NameCard[])[] = []
    const elements = renderDeclaration(view, {
      ...context,
      keepCards(list) {
        lists.push(list)
        return keepCards(list)
      },
    })
    return { body: toHtml(elements), cards: lists }
  })
  for (const list of cards) keepCards(list)
  return body
}

function page(address: string, title: string, description: string, body: string): StampedPage {
  return { path: decodeURIComponent(address.slice(CODE.length + 1)), title, description, body }
}
