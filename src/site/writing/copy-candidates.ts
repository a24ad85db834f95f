import { copyText } from './copy-text.ts'
import type { WritingWords } from './words.ts'

/** Makes buttons of what a problem in the page suggests instead. */
export function wireCandidates(root: ParentNode, words: WritingWords): void {
  for (const candidate of root.querySelectorAll<HTMLElement>('.wm-diagnostic .wm-candidate')) {
    const text = candidate.textContent
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'wm-candidate-copy'
    button.textContent = text
    button.ariaLabel = words.copy(text)
    button.addEventListener('click', () => void copyText(button, text, words))
    candidate.replaceChildren(button)
  }
}
