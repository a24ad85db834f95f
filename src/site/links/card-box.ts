import { cardStrings } from './card-strings.ts'
import { placeCard } from './place-card.ts'
import { readCard } from './read-card.ts'

/** The one card of a page. */
export interface CardBox {
  readonly element: HTMLElement
  /** Fills the card with what is known of a link and puts it on the screen; `touch` gives it a link and a button of its own. */
  show(link: HTMLAnchorElement, touch: boolean): void
  /** Moves it along with its link; false, and out of sight, while that has left the screen or the box it scrolls in. */
  follow(): boolean
  hide(): void
}

/**
 * Makes the card. It lies in the browser's top layer, so that no box that scrolls cuts it off.
 *
 * For a pointer or the keyboard it is a tooltip, which describes the link that has the focus anyway. A finger has nothing to
 * hover with and covers what it touches: there the card is a small dialog that holds the link in a size for fingers.
 */
export function cardBox(): CardBox {
  const element = document.createElement('div')
  element.id = 'wm-card'
  element.className = 'wm-card not-content'
  element.popover = 'manual'
  // Within a landmark, where who goes by landmarks finds it.
  ;(document.querySelector('main') ?? document.body).append(element)
  let current: HTMLAnchorElement | undefined

  const follow = (): boolean => {
    const name = current?.getClientRects()[0]
    if (name === undefined || current === undefined) return false
    // A note stands beside the pane that it belongs to, or scrolls with nothing in it.
    const box = current.closest('.wm-note') === null ? current.closest('.wm-pane')?.getBoundingClientRect() : undefined
    const isOpen = element.matches(':popover-open')
    if (name.bottom < 0 || name.top > innerHeight || (box !== undefined && (name.right < box.left || name.left > box.right))) {
      if (isOpen) element.hidePopover()
      return false
    }
    if (!isOpen) element.showPopover()
    const header = document.querySelector('header.header')?.getBoundingClientRect().bottom ?? 0
    const screen = { width: document.documentElement.clientWidth, height: innerHeight }
    const { left, top } = placeCard(name, element.getBoundingClientRect(), screen, Math.max(0, header))
    element.style.left = `${left}px`
    element.style.top = `${top}px`
    return true
  }
  const hide = (): void => {
    current?.removeAttribute('aria-describedby')
    current = undefined
    if (element.matches(':popover-open')) element.hidePopover()
  }
  return {
    element,
    follow,
    hide,
    show(link, touch) {
      hide()
      current = link
      fill(element, link, touch)
      if (touch) {
        element.role = 'dialog'
        element.ariaLabel = link.textContent
      } else {
        element.role = 'tooltip'
        element.ariaLabel = null
        link.setAttribute('aria-describedby', element.id)
      }
      follow()
      if (touch) element.querySelector('a')?.focus({ preventScroll: true })
    },
  }
}

function fill(element: HTMLElement, link: HTMLAnchorElement, touch: boolean): void {
  const { code, doc, package: importPath, where } = readCard(link)
  const strings = cardStrings(document.documentElement.lang)
  const signature = part('code', 'wm-card-code', code)
  signature.translate = false
  // Documentation stays in the language of the source, and is to be read out in it.
  const words = part('p', 'wm-card-doc', doc)
  words.lang = 'en'
  const place = part('p', 'wm-card-where', '')
  place.dataset['to'] = link.dataset['to'] ?? ''
  place.append(part('span', 'wm-card-kind', where), ...(importPath === '' ? [] : [' ', part('span', 'wm-card-package', importPath)]))
  element.replaceChildren(signature, ...(doc === '' ? [] : [words]), place)
  if (!touch) return
  const go = part('a', 'wm-card-go', strings.open)
  go.setAttribute('href', link.href)
  const close = part('button', 'wm-card-close', strings.close)
  close.setAttribute('type', 'button')
  const ways = part('p', 'wm-card-ways', '')
  ways.append(go, close)
  element.append(ways)
}

function part(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}
