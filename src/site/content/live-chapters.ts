/** What a chapter was rendered to. */
export interface LiveText {
  /** Tells the file's text apart from others. */
  readonly digest: string
  readonly html: string
}

/** The chapters while somebody writes them: what they are rendered to is kept here, and not in the store of Astro's content. */
export interface LiveChapters {
  /** Keeps what a chapter was rendered to; `again` renders it once more, from the same text. */
  keep(id: string, text: LiveText, again: () => Promise<string>): void
  drop(id: string): void
  /** Digest of the text that a chapter was last rendered from; undefined for one that never was. */
  digest(id: string): string | undefined
  /** A chapter's HTML, rendered again first where it is out of date; undefined for one that isn't kept. */
  html(id: string): Promise<string | undefined>
  /** Whatever these chapters are made of besides their text has changed: each is rendered when it is next asked for. */
  outdate(isMeant: (id: string) => boolean): void
  /** Renders what is out of date, one chapter after the other; `isEnough` is asked before each. Tells whether nothing is out of date now. */
  catchUp(isEnough?: () => boolean): Promise<boolean>
  /** How often all files have been looked at. */
  readonly rounds: number
  /** All files have been looked at. */
  endRound(): void
}

interface Kept {
  readonly digest: string
  readonly again: () => Promise<string>
  /** Undefined while it is out of date. */
  html: Promise<string> | undefined
}

/** Chapters of which none has been rendered yet. */
export function createLiveChapters(): LiveChapters {
  const chapters = new Map<string, Kept>()
  let rounds = 0
  const htmlOf = (kept: Kept): Promise<string> => {
    const html = (kept.html ??= kept.again())
    // What could not be rendered is tried again when it is next asked for.
    html.catch(() => {
      if (kept.html === html) kept.html = undefined
    })
    return html
  }
  return {
    keep(id, { digest, html }, again) {
      chapters.set(id, { digest, again, html: Promise.resolve(html) })
    },
    drop(id) {
      chapters.delete(id)
    },
    digest: (id) => chapters.get(id)?.digest,
    async html(id) {
      const kept = chapters.get(id)
      return kept && (await htmlOf(kept))
    },
    outdate(isMeant) {
      for (const [id, kept] of chapters) if (isMeant(id)) kept.html = undefined
    },
    async catchUp(isEnough = () => false) {
      for (const kept of [...chapters.values()]) {
        if (kept.html !== undefined) continue
        if (isEnough()) return false
        await htmlOf(kept)
      }
      return true
    },
    get rounds() {
      return rounds
    },
    endRound() {
      rounds += 1
    },
  }
}

const PLACE = Symbol.for('waymark.live-chapters')
const place = globalThis as { [PLACE]?: LiveChapters | undefined }

/**
 * The chapters of this process while somebody writes them; undefined where nobody does. Vite evaluates the modules that pages are
 * made of apart from those of the script that serves them, so that they meet in the one object that both have.
 */
export const liveChapters = (): LiveChapters | undefined => place[PLACE]

/** Makes these the chapters of this process; undefined ends it. */
export function setLiveChapters(chapters: LiveChapters | undefined): void {
  place[PLACE] = chapters
}
