/** Where the exports of a walkthrough or of the lab stand, from the site's base. Stable: other people link to them. */
export interface ExportPaths {
  readonly text: (chapter: string) => string
  readonly tour: (chapter: string) => string
  /** All chapters in one Markdown file. */
  readonly bookMarkdown: string
  readonly epub: string
}

/**
 * Where a group's exports stand.
 *
 * @param locale `root` or a folder such as `zh-cn`
 * @param group folder of the chapters: a walkthrough's id, or the lab's
 */
export function exportPaths(locale: string, group: string): ExportPaths {
  const folder = locale === 'root' ? group : `${locale}/${group}`
  return {
    text: (chapter) => `${folder}/${chapter}.txt`,
    tour: (chapter) => `${folder}/${chapter}.tour`,
    bookMarkdown: `${folder}/book.md`,
    epub: `${folder}/book.epub`,
  }
}
