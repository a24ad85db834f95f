import { goToNote } from './open-notes.ts'

const NOTES = '.wm-note, .wm-row-note'

/** `j` and `k` go to the next and the previous note; never with a modifier, never while something is typed. */
export function wireNoteKeys(): void {
  let last: HTMLElement | undefined
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof Element) last = event.target.closest<HTMLElement>(NOTES) ?? last
  })
  document.addEventListener('keydown', (event) => {
    if ((event.key !== 'j' && event.key !== 'k') || event.defaultPrevented || isTyping(event)) return
    const next = neighbour([...document.querySelectorAll<HTMLElement>(NOTES)], last, event.key === 'j' ? 1 : -1)
    if (next === undefined) return
    event.preventDefault()
    last = next
    goToNote(next)
  })
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const { target } = event
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog[open]') !== null)
}

/** The note after or before the last one visited; the nearest on screen where none was, or it's out of sight by far. */
function neighbour(notes: readonly HTMLElement[], last: HTMLElement | undefined, step: 1 | -1): HTMLElement | undefined {
  const index = last === undefined ? -1 : notes.indexOf(last)
  if (last !== undefined && index >= 0 && topOf(last) > -innerHeight && topOf(last) < 2 * innerHeight) return notes[index + step]
  return step === 1 ? notes.find((note) => topOf(note) >= 0) : notes.findLast((note) => topOf(note) < innerHeight)
}

/** Where a note is on the screen; for a closed one, where its number is. */
function topOf(note: HTMLElement): number {
  const seen = note.checkVisibility() ? note : document.querySelector(`.wm-marker[href="#${CSS.escape(note.id)}"]`)
  return (seen ?? note).getBoundingClientRect().top
}
