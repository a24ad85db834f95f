/**
 * Moves notes that stand beside the code down until none touches the one above it.
 *
 * The page comes with an estimate (`--push`, in rows); this measures. Where notes stand under their lines it does nothing.
 */
export function arrangeNotes(figure: HTMLElement): void {
  const body = figure.querySelector<HTMLElement>('.wm-body')
  if (body === null) return
  const notes = [...body.querySelectorAll<HTMLElement>('.wm-pane .wm-note')].filter((note) => note.offsetParent !== null)
  const beside = notes.filter((note) => getComputedStyle(note).position === 'absolute')
  body.style.removeProperty('min-block-size')
  if (beside.length === 0) return
  const row = Number.parseFloat(getComputedStyle(figure).lineHeight)
  for (const note of beside) setPush(note, 0)
  // All reading before all writing, so that the page is laid out once.
  const measured = beside.map((note) => ({ note, top: note.offsetTop, height: note.offsetHeight }))
  let free = Number.NEGATIVE_INFINITY
  for (const { note, top, height } of measured) {
    const rows = Math.max(0, Math.ceil((free - top) / row - 0.01))
    setPush(note, rows)
    free = top + rows * row + height + row * 0.7
  }
  body.style.minBlockSize = `${Math.ceil(free)}px`
}

/** What is measured holds for the column there is, so the estimate for the other one goes too. */
function setPush(note: HTMLElement, rows: number): void {
  note.style.setProperty('--push', String(rows))
  note.style.setProperty('--roomy-push', String(rows))
}
