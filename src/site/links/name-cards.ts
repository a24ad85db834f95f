import { cardBox } from './card-box.ts'
import { wireNameKeys } from './name-keys.ts'
import { cardsCame, fetchCards } from './read-card.ts'
import { NAME } from './name-selector.ts'

/** How long a pointer rests on a name before its card comes, and how long it may be away before the card goes; in ms. */
const COMES_AFTER = 250
const COMES_AFTER_ANOTHER = 100
const GOES_AFTER = 250

type By = 'pointer' | 'focus' | 'touch'

/**
 * Cards for names in code: on hover after a moment, on focus at once, on a first tap (a second follows the link).
 *
 * As WCAG 2.2, 1.4.13 asks: Escape closes a card and moves nothing, a pointer may go onto it, and it stays until pointer or
 * focus leave. Call it once, with the event that asked for it.
 */
export function startCards(first: Event): void {
  const box = cardBox()
  let shown: { readonly link: HTMLAnchorElement; readonly by: By } | undefined
  /** What is to be shown once its time or its text has come. */
  let wanted: HTMLAnchorElement | undefined
  /** Closed by the reader: it stays so until something else is looked at. */
  let dismissed: HTMLAnchorElement | undefined
  let pointer = 'mouse'
  let timer: ReturnType<typeof setTimeout> | undefined

  const after = (delay: number, work: () => void): void => {
    clearTimeout(timer)
    timer = setTimeout(work, delay)
  }
  const hide = (): void => {
    clearTimeout(timer)
    wanted = shown = undefined
    box.hide()
  }
  const show = (link: HTMLAnchorElement, by: By): void => {
    clearTimeout(timer)
    wanted = link
    const put = (): void => {
      if (wanted !== link || !link.isConnected) return
      shown = { link, by }
      box.show(link, by === 'touch')
    }
    if (cardsCame()) put()
    else void fetchCards().then(put)
  }

  const onPointer = (event: Event): void => {
    pointer = (event as PointerEvent).pointerType
    if (pointer === 'touch') return
    const link = linkOf(event)
    if (link !== null && link === dismissed) return
    dismissed = undefined
    if (link !== null && link === shown?.link) clearTimeout(timer)
    else if (link !== null) {
      wanted = link
      void fetchCards()
      after(shown === undefined ? COMES_AFTER : COMES_AFTER_ANOTHER, () => show(link, 'pointer'))
    } else if (event.target instanceof Node && box.element.contains(event.target)) clearTimeout(timer)
    else if (shown === undefined) hide()
    else if (shown.by === 'pointer') after(GOES_AFTER, hide)
    else clearTimeout(timer)
  }
  const onFocus = (event: Event): void => {
    void fetchCards()
    const link = linkOf(event)
    if (link !== null && link === dismissed) return
    dismissed = undefined
    if (link?.matches(':focus-visible') === true) show(link, 'focus')
    else if (shown !== undefined && shown.by !== 'pointer' && link !== shown.link && !(event.target instanceof Node && box.element.contains(event.target))) hide()
  }
  const onClick = (event: Event): void => {
    const link = linkOf(event)
    const tapped = pointer === 'touch' && (event as PointerEvent).detail > 0
    if (link !== null && isSelecting(event as PointerEvent, link)) event.preventDefault()
    else if (link !== null && tapped && shown?.link !== link) {
      event.preventDefault()
      show(link, 'touch')
    } else if (event.target instanceof Element && event.target.closest('.wm-card-close') !== null) close()
    else if (link !== null || !(event.target instanceof Node && box.element.contains(event.target)) || event.target instanceof HTMLAnchorElement) hide()
  }
  /** Closes a card that may hold the focus, which then goes back to its name. */
  const close = (): void => {
    dismissed = shown?.link
    const hadFocus = box.element.contains(document.activeElement)
    hide()
    if (hadFocus) dismissed?.focus({ preventScroll: true })
  }
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || shown === undefined) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  // The keyboard may be ahead of what it looks at: the page still scrolls to the name, smoothly.
  const move = (): void => {
    if (shown !== undefined && !box.follow() && shown.by !== 'focus') hide()
  }

  document.addEventListener('pointerover', onPointer)
  document.addEventListener('focusin', onFocus)
  document.addEventListener('click', onClick)
  document.addEventListener('keydown', onEscape, true)
  addEventListener('scroll', move, { capture: true, passive: true })
  addEventListener('resize', move)
  wireNameKeys()
  pointer = first instanceof PointerEvent ? first.pointerType : pointer
  if (first.type === 'pointerover') onPointer(first)
  else if (first.type === 'focusin') onFocus(first)
  else if (pointer === 'touch') {
    const link = linkOf(first)
    if (link !== null) show(link, 'touch')
  }
}

/** Whether a click is the end of drawing over a name: who selects code wants to stay. */
function isSelecting({ detail, pointerType }: PointerEvent, link: HTMLAnchorElement): boolean {
  const selection = document.getSelection()
  return detail > 0 && pointerType !== 'touch' && selection?.isCollapsed === false && selection.containsNode(link, true)
}

function linkOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>(NAME) : null
}
