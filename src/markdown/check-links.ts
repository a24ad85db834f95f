import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Diagnostic } from '../report/index.ts'

/** Any host will do: only the path of a resolved address is looked at. */
const ORIGIN = 'https://site.invalid/'

/**
 * Links to pages of the site that do not exist.
 *
 * Astro resolves no Markdown links, so `base` would be missing from one that begins with a slash: such links are
 * reported too. Fragments and other hosts are not looked at.
 *
 * @param page address of the page the links stand on, without slashes around it
 */
export function checkLinks(tree: Root, file: string, page: string, isPage: (address: string) => boolean): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  visit(tree, ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    const { url } = node
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//') || url.startsWith('#')) return
    const place = { file, line: node.position?.start.line, column: node.position?.start.column }
    if (url.startsWith('/')) {
      diagnostics.push({
        code: 'link-absolute',
        severity: 'error',
        message: 'A link that begins with a slash breaks where the site does not stand at the root of its host.',
        ...place,
        expected: 'a relative link, such as ../main/',
        found: url,
        fix: 'Write it relative to this page.',
      })
      return
    }
    const { pathname } = new URL(url, `${ORIGIN}${page === '' ? '' : `${page}/`}`)
    const address = decodeURIComponent(pathname).replace(/^\/|\/$/g, '')
    if (isPage(address) || /\.[a-z0-9]+$/i.test(address)) return
    diagnostics.push({
      code: 'link-not-found',
      severity: 'error',
      message: 'This link leads to no page of the site.',
      ...place,
      expected: 'the address of a chapter',
      found: `${url} (that is /${address}/)`,
      fix: 'Correct it: pages stand at /<walkthrough>/<chapter>/, translations below /<locale>/.',
    })
  })
  return diagnostics
}
