import { toHtml } from 'hast-util-to-html'
import type { Element } from 'hast'
import type { CodeContext } from './code-context.ts'
import { renderDeclaration } from './render-declaration.ts'
import { renderCode, renderPackage } from './render-package.ts'
import type { StampedPage } from './stamp-page.ts'
import { CODE } from '../../walkthrough/index.ts'

/** Every page about the code of a walkthrough in one language, one after the other. */
export function* renderCodePages(context: CodeContext): Generator<StampedPage> {
  const { pages, strings } = context
  yield page(`${CODE}/`, strings.code, strings.codeLead(context.walkthrough, context.version), renderCode(context))
  for (const view of pages.packages) yield page(view.address, `package ${view.name}`, view.importPath, renderPackage(view, context))
  for (const view of pages.declarations) {
    const { declaration, name, packageName } = view
    const title = `${name} · ${packageName}`
    yield page(view.address, title, strings.description(strings.kinds[declaration.kind], name, declaration.importPath), renderDeclaration(view, context))
  }
}

function page(address: string, title: string, description: string, content: Element[]): StampedPage {
  return { path: decodeURIComponent(address.slice(CODE.length + 1)), title, description, body: toHtml(content) }
}
