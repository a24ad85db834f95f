import { NAME } from './name-selector.ts'

/** Names in the lines of an excerpt, its notes left out. */
const CODE_NAME = `.wm-run ${NAME}`

/**
 * Makes the names of an excerpt one stop for Tab, where hundreds would leave the rest of the page out of reach; from there
 * arrows go from name to name. Tab leaves, and comes back to the last one visited. A screen reader that reads on by itself or
 * lists links finds all of them: a link that Tab leaves out is a link still.
 *
 * Left and right go in the order of the code, up and down to the nearest name of a line above or below, Home and End to
 * the ends of the line.
 */
export function wireNameKeys(): void {
  for (const pane of document.querySelectorAll('.wm-pane')) {
    const names = pane.querySelectorAll<HTMLElement>(CODE_NAME)
    for (const name of names) {
      name.tabIndex = -1
      // Else pressing on a name and drawing would carry the link away in place of selecting code.
      name.draggable = false
    }
    // The first that no fold hides, unless one has the focus already.
    const stop = [...names].find((name) => name === document.activeElement) ?? pane.querySelector<HTMLElement>(`.wm-code > ${CODE_NAME}`) ?? names[0]
    if (stop !== undefined) stop.tabIndex = 0
  }
  document.addEventListener('keydown', (event) => {
    const name = event.target instanceof Element && event.target.matches(CODE_NAME) ? event.target : null
    const pane = name?.closest('.wm-pane') ?? null
    if (name === null || pane === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const names = [...pane.querySelectorAll<HTMLElement>(CODE_NAME)].filter((one) => one === name || one.checkVisibility())
    const next = nextName(names, names.indexOf(name as HTMLElement), event.key)
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  })
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches(CODE_NAME)) return
    for (const other of target.closest('.wm-pane')?.querySelectorAll<HTMLElement>(`${CODE_NAME}[tabindex="0"]`) ?? []) other.tabIndex = -1
    target.tabIndex = 0
  })
}

/** The name a key leads to; undefined for other keys. At an end it is the name itself, so that the page doesn't scroll instead. */
function nextName(names: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  const here = names[at]
  if (here === undefined) return undefined
  const line = (name: HTMLElement): Element | null => name.closest('.line')
  switch (key) {
    case 'ArrowRight':
      return names[at + 1] ?? here
    case 'ArrowLeft':
      return names[at - 1] ?? here
    case 'Home':
      return names.find((name) => line(name) === line(here))
    case 'End':
      return names.findLast((name) => line(name) === line(here))
    case 'ArrowDown': {
      const first = names.slice(at).find((name) => line(name) !== line(here))
      return first === undefined ? here : nearest(names.filter((name) => line(name) === line(first)), here)
    }
    case 'ArrowUp': {
      const last = names.slice(0, at).findLast((name) => line(name) !== line(here))
      return last === undefined ? here : nearest(names.filter((name) => line(name) === line(last)), here)
    }
    default:
      return undefined
  }
}

/** The name that stands least to the side of another. */
function nearest(names: readonly HTMLElement[], here: HTMLElement): HTMLElement | undefined {
  const middle = (name: HTMLElement): number => {
    const { left, right } = name.getBoundingClientRect()
    return (left + right) / 2
  }
  const wanted = middle(here)
  return names.toSorted((a, b) => Math.abs(middle(a) - wanted) - Math.abs(middle(b) - wanted))[0]
}
