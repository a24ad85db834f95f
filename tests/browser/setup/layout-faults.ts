import type { Page } from 'playwright-core'

/** Pieces of text that a stylesheet cuts on purpose, with three dots; what they say in full is in their title. */
const CUT_ON_PURPOSE = '.wm-label, .wm-file'

/** What a reader would see at once: the page scrolling sideways, notes lying on each other, text that is cut off. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate((cutOnPurpose) => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 3)
      faults.push(`the page scrolls ${root.scrollWidth - root.clientWidth} pixels sideways, for example at ${wide.map((element) => element.outerHTML.slice(0, 80)).join(', ')}`)
    }
    for (const figure of document.querySelectorAll('.wm-excerpt')) {
      const notes = [...figure.querySelectorAll('.wm-note')].filter((note) => note.checkVisibility()).map((note) => ({ id: note.id, box: note.getBoundingClientRect() }))
      for (const [index, { id, box }] of notes.entries()) {
        const above = notes[index - 1]
        if (above !== undefined && box.top < above.box.bottom - 1) faults.push(`${id} lies on ${above.id}`)
      }
      const last = notes.at(-1)
      const next = figure.nextElementSibling
      if (last !== undefined && next !== null && next.getBoundingClientRect().top < last.box.bottom) faults.push(`${last.id} lies on what follows`)
    }
    for (const element of document.querySelectorAll<HTMLElement>('main :is(p, li, h1, h2, h3, figcaption, figcaption *, button, summary, .wm-note)')) {
      const hides = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX)
      if (hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 && !element.matches(cutOnPurpose)) faults.push(`cut off: ${element.outerHTML.slice(0, 80)}`)
    }
    return faults
  }, CUT_ON_PURPOSE)
}
