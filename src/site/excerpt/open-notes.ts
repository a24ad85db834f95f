/** Where notes are opened by their number, which the stylesheet decides by the width of the figure. */
function opensByNumber(figure: Element): boolean {
  const pane = figure.querySelector('.wm-pane')
  return pane !== null && getComputedStyle(pane).getPropertyValue('--wm-tapped').trim() === '1'
}

/** Tells assistive technology what a number does here: on a phone it opens its note, elsewhere it leads to it. */
export function describeMarkers(figure: Element): void {
  const opens = opensByNumber(figure)
  for (const marker of figure.querySelectorAll<HTMLAnchorElement>('.wm-marker')) {
    const note = targetOf(marker.hash)
    if (opens && note !== null) {
      marker.setAttribute('role', 'button')
      marker.setAttribute('aria-controls', note.id)
      marker.setAttribute('aria-expanded', String(note.dataset['open'] === 'true'))
    } else for (const name of ['role', 'aria-controls', 'aria-expanded']) marker.removeAttribute(name)
  }
}

/** Brings a note into sight and gives it the focus, opening what hides it. */
export function goToNote(note: HTMLElement): void {
  reveal(note)
  note.focus({ preventScroll: true })
  note.scrollIntoView({ block: 'nearest' })
}

/** A tap on a number opens or closes its note; where notes stand open anyway it moves the focus, not the page. */
export function wireMarkers(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return
    const marker = event.target.closest<HTMLAnchorElement>('a.wm-marker')
    const note = marker === null ? null : targetOf(marker.hash)
    const figure = note?.closest('.wm-excerpt') ?? null
    if (marker === null || note === null || figure === null) return
    event.preventDefault()
    if (opensByNumber(figure)) setOpen(note, note.dataset['open'] !== 'true')
    else {
      history.replaceState(history.state, '', marker.hash)
      goToNote(note)
    }
  })
  // What says it is a button answers to the space bar too.
  document.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || !(event.target instanceof HTMLElement) || !event.target.matches('.wm-marker[role="button"]')) return
    event.preventDefault()
    event.target.click()
  })
  addEventListener('hashchange', openTarget)
  openTarget()
}

/** A link to a note or to a line, from anywhere, opens what hides it. */
function openTarget(): void {
  const target = targetOf(location.hash)
  if (target === null || target.closest('.wm-pane') === null) return
  const hidden = !target.checkVisibility()
  reveal(target)
  if (hidden) target.scrollIntoView({ block: 'center' })
}

function reveal(target: HTMLElement): void {
  target.closest('details')?.setAttribute('open', '')
  if (target.matches('.wm-pane .wm-note')) setOpen(target, true)
}

function setOpen(note: HTMLElement, open: boolean): void {
  note.dataset['open'] = String(open)
  const figure = note.closest('.wm-excerpt')
  if (figure !== null) describeMarkers(figure)
}

function targetOf(hash: string): HTMLElement | null {
  return hash.length < 2 ? null : document.getElementById(decodeURIComponent(hash.slice(1)))
}
