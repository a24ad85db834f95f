import { NAME } from './name-selector.ts'

/**
 * Fetches what names in code can do (cards, arrow keys) when one is first pointed at or tapped, or something in an excerpt
 * first gets the focus: that is before a name in it does, so that its card is read out with it. Until then, without a script
 * and in a browser without popovers, names are ordinary links.
 */
export function startNames(): void {
  if (!('popover' in HTMLElement.prototype)) return
  const events = ['pointerover', 'focusin', 'click']
  let last: Event | undefined
  const wake = (event: Event): void => {
    const { target } = event
    if (!(target instanceof Element) || target.closest(event.type === 'focusin' ? `.wm-excerpt, ${NAME}` : NAME) === null) return
    if (event instanceof PointerEvent && event.pointerType === 'touch' && event.type === 'click') event.preventDefault()
    if (last === undefined)
      void import('./name-cards.ts').then(({ startCards }) => {
        for (const type of events) document.removeEventListener(type, wake)
        if (last !== undefined) startCards(last)
      })
    last = event
  }
  for (const type of events) document.addEventListener(type, wake)
}
