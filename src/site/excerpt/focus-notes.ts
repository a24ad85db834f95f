const NOTED = '[data-note]'

/** Whether a note stands under its line and is opened by its number; the stylesheet decides, this asks it. */
function folds(figure: Element): boolean {
  return figure.clientWidth < 36 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

/** Lights a note, its number and its code together; without a number, puts the light out. */
function light(figure: Element, numbers: readonly string[]): void {
  for (const part of figure.querySelectorAll<HTMLElement>(NOTED)) {
    const own = (part.dataset['note'] ?? '').split(' ')
    part.classList.toggle('is-on', own.some((number) => numbers.includes(number)))
  }
}

/** Numbers an element speaks for: the innermost mark's last one (the narrowest), a note's, a marker's. */
function numbersAt(target: EventTarget | null): { figure: Element; numbers: string[] } | undefined {
  if (!(target instanceof Element)) return undefined
  const figure = target.closest('.wm-excerpt')
  if (figure === null) return undefined
  return { figure, numbers: (target.closest<HTMLElement>(NOTED)?.dataset['note'] ?? '').split(' ').filter(Boolean) }
}

/** Keeps note and code lit together while either is pointed at or holds the focus. */
export function wireLight(): void {
  let lit: Element | undefined
  const show = (target: EventTarget | null): void => {
    const at = numbersAt(target)
    if (lit !== undefined && lit !== at?.figure) light(lit, [])
    if (at !== undefined) light(at.figure, at.numbers)
    lit = at?.figure
  }
  document.addEventListener('pointerover', (event) => show(event.target))
  document.addEventListener('focusin', (event) => show(event.target))
}

/** Tells assistive technology what a number does here: on a phone it opens its note, elsewhere it leads to it. */
export function describeMarkers(figure: Element): void {
  const opens = folds(figure)
  for (const marker of figure.querySelectorAll<HTMLAnchorElement>('.wm-marker')) {
    const note = noteOf(marker)
    if (opens && note !== null) {
      marker.setAttribute('role', 'button')
      marker.setAttribute('aria-controls', note.id)
      marker.setAttribute('aria-expanded', String(note.dataset['open'] === 'true'))
    } else for (const name of ['role', 'aria-controls', 'aria-expanded']) marker.removeAttribute(name)
  }
}

function noteOf(marker: HTMLAnchorElement): HTMLElement | null {
  return document.getElementById(decodeURIComponent(marker.hash.slice(1)))
}

function setOpen(note: HTMLElement, open: boolean): void {
  note.dataset['open'] = String(open)
  const figure = note.closest('.wm-excerpt')
  if (figure !== null) describeMarkers(figure)
}

/** A tap on a number opens or closes its note; where notes stand open anyway it moves the focus, not the page. */
export function wireMarkers(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return
    const marker = event.target.closest<HTMLAnchorElement>('a.wm-marker')
    const note = marker && noteOf(marker)
    const figure = marker?.closest('.wm-excerpt')
    if (marker == null || note === null || figure == null) return
    event.preventDefault()
    if (folds(figure)) return setOpen(note, note.dataset['open'] !== 'true')
    history.replaceState(history.state, '', marker.hash)
    goTo(note)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.target instanceof HTMLAnchorElement && event.target.matches('.wm-marker[role="button"]')) {
      event.preventDefault()
      event.target.click()
    }
  })
  // A link to a note, from anywhere, opens it.
  const openTarget = (): void => {
    const note = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (note?.matches('.wm-pane .wm-note')) setOpen(note, true)
    note?.closest('details')?.setAttribute('open', '')
    if (note?.closest('details') != null) note.scrollIntoView({ block: 'center' })
  }
  addEventListener('hashchange', openTarget)
  openTarget()
}

function goTo(note: HTMLElement): void {
  const figure = note.closest('.wm-excerpt')
  if (figure !== null && folds(figure)) setOpen(note, true)
  note.closest('details')?.setAttribute('open', '')
  note.focus({ preventScroll: true })
  note.scrollIntoView({ block: 'nearest' })
}

/** `j` and `k` go to the next and the previous note; never with a modifier, never while something is typed. */
export function wireNoteKeys(): void {
  let last: HTMLElement | undefined
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof Element) last = event.target.closest<HTMLElement>('.wm-note, .wm-row-note') ?? last
  })
  document.addEventListener('keydown', (event) => {
    if ((event.key !== 'j' && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const target = event.target
    if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog[open]'))) return
    const notes = [...document.querySelectorAll<HTMLElement>('.wm-note, .wm-row-note')]
    const next = neighbour(notes, last, event.key === 'j' ? 1 : -1)
    if (next === undefined) return
    event.preventDefault()
    last = next
    goTo(next)
  })
}

/** The note after or before the last one; before any was visited, or when it's far out of sight, the nearest on screen. */
function neighbour(notes: readonly HTMLElement[], last: HTMLElement | undefined, step: 1 | -1): HTMLElement | undefined {
  const top = (note: HTMLElement): number => (note.closest('.wm-excerpt') && note.offsetParent === null ? markerTop(note) : note.getBoundingClientRect().top)
  const index = last === undefined ? -1 : notes.indexOf(last)
  if (last !== undefined && index >= 0 && top(last) > -innerHeight && top(last) < 2 * innerHeight) return notes[index + step]
  return step === 1 ? notes.find((note) => top(note) >= 0) : notes.findLast((note) => top(note) < innerHeight)
}

function markerTop(note: HTMLElement): number {
  return document.querySelector(`.wm-marker[href="#${CSS.escape(note.id)}"]`)?.getBoundingClientRect().top ?? 0
}
