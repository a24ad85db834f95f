/** Scrolls the list of chapters, and nothing else, until the entry of this page is in sight. */
export function showCurrent(): void {
  const pane = document.querySelector('.sidebar-pane')
  const entry = pane?.querySelector('[aria-current="page"]')?.getBoundingClientRect()
  if (pane === null || entry === undefined) return
  const { top, bottom, height } = pane.getBoundingClientRect()
  if (entry.top < top || entry.bottom > bottom) pane.scrollTop += entry.top - top - height / 3
}
