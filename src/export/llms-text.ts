/** A list of chapters. */
export interface LlmsSection {
  readonly title: string
  /** All of it in one file. */
  readonly whole: { readonly title: string; readonly href: string }
  readonly chapters: readonly { readonly title: string; readonly description: string | undefined; /** From the file. */ readonly href: string }[]
}

/** `llms.txt` as llmstxt.org proposes it: what the site is, and where its chapters are as plain text. */
export function llmsText(title: string, summary: string, sections: readonly LlmsSection[]): string {
  const lists = sections.map((section) => {
    const items = section.chapters.map((chapter) => `- [${chapter.title}](${chapter.href})${chapter.description === undefined ? '' : `: ${chapter.description}`}`)
    return [`## ${section.title}`, '', `- [${section.whole.title}](${section.whole.href})`, ...items].join('\n')
  })
  return [`# ${title}`, `> ${summary}`, ...lists].join('\n\n') + '\n'
}
