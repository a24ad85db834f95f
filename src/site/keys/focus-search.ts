/**
 * Gives the search field the focus when it comes. It is made in an idle moment after the page has loaded; whoever opens the
 * search before that would otherwise type into nothing.
 */
export function focusSearch(document: Document): void {
  const dialog = document.querySelector<HTMLDialogElement>('site-search dialog')
  if (dialog === null || dialog.querySelector('input') !== null) return
  new MutationObserver((_, observer) => {
    const field = dialog.querySelector('input')
    if (field === null) return
    observer.disconnect()
    if (dialog.open) field.focus()
  }).observe(dialog, { childList: true, subtree: true })
}
