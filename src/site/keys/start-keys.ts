import { keyAction, type KeyAction } from './key-action.ts'

/** Makes the keys work. Everything they do can be done without them. */
export function startKeys(document: Document): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.wm-keys')
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-wm-keys]')
  const follow = (selector: string) => document.querySelector<HTMLAnchorElement>(selector)?.click()
  const run: Record<KeyAction, () => void> = {
    next: () => follow('a[data-wm-next], a[rel="next"]'),
    previous: () => follow('a[data-wm-previous], a[rel="prev"]'),
    search: () => document.querySelector<HTMLButtonElement>('site-search button[data-open-modal]')?.click(),
    help: () => dialog?.showModal(),
  }
  for (const button of buttons) {
    button.hidden = false
    button.addEventListener('click', run.help)
  }
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof HTMLElement ? event.target : undefined
    const typing = target?.isContentEditable === true || target?.matches('input, textarea, select') === true
    const action = keyAction(event, { typing, dialogOpen: document.querySelector('dialog[open]') !== null })
    if (action === undefined) return
    event.preventDefault()
    run[action]()
  })
}
