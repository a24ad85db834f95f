import type { EtcdEntry } from './read-dump.ts'
import { showValue } from './show-value.ts'

/** Where the value stands beside the keys; on anything narrower it is a sheet over their lower part. */
const BESIDE = '(min-width: 64rem)'

/** The pane that shows a key's value, and how it is opened and left again. */
export interface ValuePane {
  /** The key it shows; undefined while it is closed. */
  readonly shown: () => string | undefined
  /** Shows a key. `byKeyboard`: the focus goes there too, since the pane stands behind all keys. */
  readonly open: (entry: EtcdEntry, byKeyboard: boolean) => void
  /** Closes it without touching the focus or the history: what it showed is gone. */
  readonly clear: () => void
}

/** What the pane asks of the tree. */
interface Keys {
  /** The button of a key, where the tree shows it now. */
  readonly button: (key: string) => HTMLElement | null
  /** Where the focus goes when there is no such button. */
  readonly otherwise: HTMLElement | null
  /** Called whenever another key is shown, or none. */
  readonly changed: () => void
}

/**
 * Makes the pane. It is left by its button, by Escape and by the browser's way back, which on a phone is the same as "close"; the focus
 * returns to the key. The history keeps one entry for the open pane, however many keys were looked at, and the address stays as it is.
 */
export function valuePane(pane: HTMLElement, words: Readonly<Record<string, string>>, keys: Keys): ValuePane {
  let shown: string | undefined

  const hide = (): void => {
    const key = shown
    shown = undefined
    const hadFocus = pane.contains(document.activeElement)
    pane.hidden = true
    keys.changed()
    if (hadFocus && key !== undefined) (keys.button(key) ?? keys.otherwise)?.focus({ preventScroll: true })
  }
  const leave = (): void => {
    if (shown === undefined) return
    // The way back does the rest, in `popstate`.
    if (isOurs(history.state)) history.back()
    else hide()
  }
  const closeButton = document.createElement('button')
  closeButton.type = 'button'
  closeButton.className = 'wm-etcd-close'
  closeButton.textContent = words['wm.etcd.close'] ?? ''
  closeButton.addEventListener('click', leave)
  pane.closest('.wm-etcd')?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && shown !== undefined) leave()
  })
  window.addEventListener('popstate', ({ state }) => {
    if (shown !== undefined && !isOurs(state)) hide()
  })
  // A page that is loaded again has nothing open, whatever its history says.
  if (isOurs(history.state)) history.replaceState(null, '')

  return {
    shown: () => shown,
    open(entry, byKeyboard) {
      if (shown === undefined && !isOurs(history.state)) history.pushState({ etcdValue: true }, '')
      shown = entry.key
      showValue(pane, entry, { words, close: closeButton })
      keys.changed()
      const sheet = !matchMedia(BESIDE).matches
      if (byKeyboard || sheet) pane.focus({ preventScroll: true })
      if (sheet) keys.button(entry.key)?.scrollIntoView({ block: 'nearest' })
    },
    clear() {
      shown = undefined
      pane.hidden = true
      if (isOurs(history.state)) history.replaceState(null, '')
    },
  }
}

const isOurs = (state: unknown): boolean => typeof state === 'object' && state !== null && 'etcdValue' in state
