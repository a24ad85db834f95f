import { renderTried } from './render-tried.ts'
import type { TryData } from './try-data.ts'
import { tryLine } from './try-line.ts'

/** Results follow typing after this pause, so that what is read aloud is not cut off by each letter. In milliseconds. */
const PAUSE = 250

/** Makes the field tell what the program would make of its line, now and as it changes. */
export function wireLine(root: HTMLElement, data: TryData): void {
  const field = root.querySelector<HTMLTextAreaElement>('[data-try-line]')
  const result = root.querySelector<HTMLElement>('[data-try-result]')
  if (field === null || result === null) return
  const words = JSON.parse(root.querySelector('[data-try-words]')?.textContent ?? '{}') as Record<string, string>
  const first = field.defaultValue
  const show = (): void => result.replaceChildren(...renderTried(tryLine(field.value, data), { words, lineUrl: root.dataset['lineUrl'] }))
  let waiting: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, PAUSE)
  })
  root.querySelector('[data-try-reset]')?.addEventListener('click', () => {
    field.value = first
    show()
  })
  show()
}
