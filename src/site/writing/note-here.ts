import { ANCHORS, type AnchorsAnswer } from './anchors-answer.ts'
import { copyText } from './copy-text.ts'
import type { WritingWords } from './words.ts'

/** Gives an excerpt its buttons when somebody first looks at it, by mouse or keyboard. */
export function wireNoteHere(figure: HTMLElement, words: WritingWords): void {
  const walkthrough = figure.dataset['walkthrough']
  const symbol = figure.querySelector<HTMLElement>('.wm-label')?.title
  if (walkthrough === undefined || symbol === undefined) return
  let asked = false
  const ask = (): void => {
    if (asked) return
    asked = true
    fetch(`${ANCHORS}?${new URLSearchParams({ walkthrough, symbol }).toString()}`)
      .then((response) => response.json() as Promise<AnchorsAnswer>)
      .then(({ notes }) => {
        addButtons(figure, notes, words)
      })
      .catch(() => {
        asked = false
      })
  }
  for (const event of ['pointerenter', 'focusin']) figure.addEventListener(event, ask)
}

function addButtons(figure: HTMLElement, notes: AnchorsAnswer['notes'], words: WritingWords): void {
  for (const line of figure.querySelectorAll<HTMLElement>('.line')) {
    const number = line.querySelector<HTMLElement>('.wm-no')?.dataset['line'] ?? ''
    const directive = notes[number]
    if (directive === undefined) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'wm-note-here'
    button.textContent = words.noteHere
    button.ariaLabel = words.noteAt(number)
    button.title = directive
    button.addEventListener('click', () => void copyText(button, directive, words))
    line.querySelector('.wm-text')?.after(button)
  }
}
