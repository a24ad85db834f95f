/** A chapter's text and where it stands. */
export interface ChapterText {
  readonly title: string
  /** Below the locale, without slashes around it: `kube-apiserver/complete`. */
  readonly address: string
  readonly text: string
}

/** Chapters by the names of the flags that they speak of with `:flag[--name]`, in the order given. */
export function findMentions(chapters: readonly ChapterText[]): Record<string, { title: string; address: string }[]> {
  const mentions = new Map<string, { title: string; address: string }[]>()
  for (const { title, address, text } of chapters) {
    for (const name of new Set([...text.matchAll(/:flag\[-{0,2}([^\]\s]+)\]/g)].map((match) => match[1] ?? ''))) {
      mentions.set(name, [...(mentions.get(name) ?? []), { title, address }])
    }
  }
  return Object.fromEntries(mentions)
}

/** The title in a chapter's front matter. */
export function chapterTitle(text: string): string | undefined {
  const [, title] = /^---\n(?:.*\n)*?title:\s*(.+)\n/.exec(text) ?? []
  return title?.trim().replace(/^(["'])(.*)\1$/, '$2')
}
