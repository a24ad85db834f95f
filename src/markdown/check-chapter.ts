import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { checkLinks } from './check-links.ts'
import type { PageContext } from './page-context.ts'
import { remarkWaymark } from './remark-waymark.ts'

/** The same Markdown the site is built from, up to and including our directives. */
const pipeline = (context: PageContext) =>
  unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkDirective)
    .use(remarkWaymark, { contextFor: () => context })

/**
 * Runs a chapter through the site's own Markdown pipeline and reports everything that is wrong with it through the
 * context: directives, anchors, symbols, flags, links to other pages.
 *
 * @param isPage whether the site has a page at an address such as `kube-apiserver/main` (no slashes around it)
 */
export function checkChapter(text: string, context: PageContext, page: string, isPage: (address: string) => boolean): void {
  const file = new VFile({ path: context.file, value: text })
  const processor = pipeline(context)
  const tree = processor.parse(file)
  context.report(checkLinks(tree, context.file, page, isPage))
  processor.runSync(tree, file)
}
