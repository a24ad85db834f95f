/** Fetches the list of declarations when the search is opened for the first time; until then it costs nothing. */
const settings = document.getElementById('wm-symbol-search')?.dataset
const dialog = document.querySelector<HTMLDialogElement>('site-search dialog')

if (settings !== undefined && dialog !== null) {
  new MutationObserver((_, observer) => {
    if (!dialog.open) return
    observer.disconnect()
    void import('./offer-symbols.ts').then(({ offerSymbols }) => offerSymbols(dialog, settings))
  }).observe(dialog, { attributeFilter: ['open'] })
}
