import { moveInTree } from './move-in-tree.ts'

/** Makes the pane work: filter as you type, folds by keyboard, links to a value. */
function startPane(root: HTMLElement): void {
  const folds = [...root.querySelectorAll<HTMLDetailsElement>('.wm-vars-pane details')]
  const leaves = folds.filter((fold) => fold.classList.contains('wm-var-leaf')).map((fold) => ({ fold, text: `${fold.id} ${fold.querySelector('summary')?.textContent ?? ''}`.toLowerCase() }))
  const filter = root.querySelector<HTMLInputElement>('[data-vars-filter]')
  const found = root.querySelector<HTMLElement>('[data-found]')
  let before: ReadonlySet<HTMLDetailsElement> | undefined

  const show = (): void => {
    const words = (filter?.value ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '')
    if (words.length > 0) before ??= new Set(folds.filter(({ open }) => open))
    let count = 0
    for (const { fold, text } of leaves) {
      const fits = words.every((word) => text.includes(word))
      rowOf(fold)?.toggleAttribute('hidden', !fits)
      if (fits) count += 1
    }
    for (const fold of folds.filter((one) => !one.classList.contains('wm-var-leaf')).reverse()) {
      const any = fold.querySelector('li:not([hidden]) > .wm-var-leaf') !== null
      rowOf(fold)?.toggleAttribute('hidden', !any)
      fold.open = words.length > 0 ? any : (before?.has(fold) ?? fold.open)
    }
    if (words.length === 0) before = undefined
    const text = words.length === 0 ? '' : (found?.dataset['found'] ?? '').replace('{{count}}', String(count)).replace('{{total}}', String(leaves.length))
    if (found !== null && found.textContent !== text) found.textContent = text
  }
  /** Opens everything around the value that the address names. */
  const reveal = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!(target instanceof HTMLDetailsElement) || !root.contains(target)) return
    if (target.closest('[hidden]') !== null && filter !== null) {
      filter.value = ''
      show()
    }
    for (let fold: HTMLDetailsElement | null = target; fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
    target.scrollIntoView({ block: 'center' })
    target.querySelector('summary')?.focus({ preventScroll: true })
  }

  filter?.addEventListener('input', show)
  root.querySelector('[data-vars-open]')?.addEventListener('click', () => {
    for (const fold of folds) if (!fold.classList.contains('wm-var-leaf')) fold.open = true
  })
  root.querySelector('[data-vars-close]')?.addEventListener('click', () => {
    for (const [index, fold] of folds.entries()) fold.open = index === 0
  })
  root.querySelector('.wm-vars-pane')?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) moveInTree(event)
  })
  window.addEventListener('hashchange', reveal)
  show()
  reveal()
}

const rowOf = (fold: HTMLElement): HTMLElement | null => fold.parentElement

const pane = document.querySelector<HTMLElement>('[data-vars]')
if (pane !== null) startPane(pane)
