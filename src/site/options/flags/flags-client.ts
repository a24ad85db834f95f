import { matchesFilter, type FlagFilter } from './matches-filter.ts'

/** Makes the filters work: entries that don't fit are hidden, sections without any left as well. */
function startFilter(form: HTMLFormElement): void {
  const entries = [...document.querySelectorAll<HTMLElement>('.wm-flag-entry')].map((element) => ({
    element,
    section: element.closest<HTMLElement>('.wm-flag-section')?.dataset['section'] ?? '',
    name: element.dataset['flag'] ?? '',
    type: element.dataset['type'] ?? '',
    marks: (element.dataset['marks'] ?? '').split(' '),
    text: (element.textContent).toLowerCase(),
  }))
  const found = form.querySelector<HTMLElement>('[data-found]')

  const apply = (): void => {
    const filter = readFilter(new FormData(form))
    let count = 0
    for (const entry of entries) {
      const fits = matchesFilter(entry, filter)
      entry.element.hidden = !fits
      if (fits) count += 1
    }
    for (const section of document.querySelectorAll<HTMLElement>('.wm-flag-section')) section.hidden = section.querySelector('.wm-flag-entry:not([hidden])') === null
    const text = (found?.dataset['found'] ?? '').replace('{{count}}', String(count)).replace('{{total}}', String(entries.length))
    if (found !== null && found.textContent !== text) found.textContent = text
  }
  /** A link to a flag that is filtered away takes the filters away. */
  const reveal = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target === null || target.closest('[hidden]') === null) return
    form.reset()
    apply()
    target.scrollIntoView()
  }

  form.addEventListener('input', apply)
  form.addEventListener('change', apply)
  form.addEventListener('reset', () => setTimeout(apply))
  form.addEventListener('submit', (event) => event.preventDefault())
  window.addEventListener('hashchange', reveal)
  // A browser may bring back what was typed before.
  apply()
}

function readFilter(data: FormData): FlagFilter {
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { text: text('text'), section: text('section'), type: text('type'), marks: ['completed', 'checked', 'deprecated'].filter((mark) => data.has(mark)) }
}

const form = document.querySelector<HTMLFormElement>('[data-flag-filter]')
if (form !== null) startFilter(form)
