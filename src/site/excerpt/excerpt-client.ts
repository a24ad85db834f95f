import { startNames } from '../links/start-names.ts'
import { arrangeNotes } from './arrange-notes.ts'
import { copySelectedCode, wireCopyButton } from './copy-code.ts'
import { wireLight } from './light-notes.ts'
import { wireNoteKeys } from './note-keys.ts'
import { describeMarkers, wireMarkers } from './open-notes.ts'

/**
 * What a script adds to excerpts: notes that never touch, one note in focus, copying, keys. All of it can be missing.
 *
 * Call it once a page, when the document has been read.
 */
export function startExcerpts(): void {
  startNames()
  const figures = [...document.querySelectorAll<HTMLElement>('.wm-excerpt')]
  if (figures.length === 0) return
  const arrange = (figure: HTMLElement): void => {
    arrangeNotes(figure)
    describeMarkers(figure)
    freeFocus(figure)
  }
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) arrange(target)
  })
  for (const figure of figures) {
    wireCopyButton(figure)
    observer.observe(figure)
  }
  // `toggle` doesn't bubble, so it is caught on its way down.
  document.addEventListener(
    'toggle',
    (event) => {
      const figure = event.target instanceof Element ? event.target.closest<HTMLElement>('.wm-excerpt') : null
      if (figure !== null) arrange(figure)
    },
    true,
  )
  document.addEventListener('copy', copySelectedCode)
  wireLight()
  wireMarkers()
  wireNoteKeys()
  void document.fonts.ready.then(() => {
    figures.forEach(arrange)
  })
}

/** A pane that doesn't scroll needs no focus of its own. */
function freeFocus(figure: HTMLElement): void {
  const pane = figure.querySelector<HTMLElement>('.wm-pane[role]')
  if (pane !== null) pane.tabIndex = pane.scrollWidth > pane.clientWidth ? 0 : -1
}

startExcerpts()
