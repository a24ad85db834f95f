/**
 * Arrow keys as in a debugger's pane: up and down from row to row, right opens, left closes or goes to the fold around.
 * They add to what folds can do by themselves (Tab, Enter, Space).
 */
export function moveInTree(event: KeyboardEvent): void {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || target.tagName !== 'SUMMARY' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const fold = target.closest('details')
  if (fold === null) return
  const rows = (): HTMLElement[] => [...(target.closest('.wm-vars-pane')?.querySelectorAll<HTMLElement>('summary') ?? [])].filter((row) => row.checkVisibility())
  const go = (row: HTMLElement | null | undefined): void => {
    row?.focus()
    event.preventDefault()
  }
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const all = rows()
    go(all[all.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)])
  } else if (key === 'Home') go(rows()[0])
  else if (key === 'End') go(rows().at(-1))
  else if (key === 'ArrowRight') {
    if (fold.open) go(fold.querySelector<HTMLElement>(':scope > ul summary'))
    else fold.open = true
    event.preventDefault()
  } else if (key === 'ArrowLeft') {
    if (fold.open) fold.open = false
    else go(fold.parentElement?.closest('details')?.querySelector<HTMLElement>(':scope > summary'))
    event.preventDefault()
  }
}
