const NOTED = '[data-note]'

/** Keeps a note, its number and its code lit together while one of them is pointed at or holds the focus. */
export function wireLight(): void {
  let lit: Element | null = null
  const show = (target: EventTarget | null): void => {
    const element = target instanceof Element ? target : null
    const figure = element?.closest('.wm-excerpt') ?? null
    if (lit !== null && lit !== figure) light(lit, [])
    if (figure !== null) light(figure, numbersOf(element?.closest(NOTED)))
    lit = figure
  }
  document.addEventListener('pointerover', (event) => {
    show(event.target)
  })
  document.addEventListener('focusin', (event) => {
    show(event.target)
  })
}

/** Lights everything of an excerpt that carries one of these numbers, and puts out the rest. */
function light(figure: Element, numbers: readonly string[]): void {
  for (const part of figure.querySelectorAll(NOTED)) {
    part.classList.toggle('is-on', numbersOf(part).some((number) => numbers.includes(number)))
  }
}

/** Numbers of the notes an element belongs to; code under two notes carries both. */
function numbersOf(part: Element | null | undefined): string[] {
  return part?.getAttribute('data-note')?.split(' ') ?? []
}
