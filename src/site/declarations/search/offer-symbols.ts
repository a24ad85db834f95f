import { fill } from '../../data/fill.ts'
import { symbolKinds, type WalkthroughSymbols } from '../symbol-index.ts'
import { findSymbols, type SymbolHit } from './find-symbols.ts'

/** As many as leave room for what Pagefind finds. */
const SHOWN = 8

/** Shows declarations that match what is typed, between the search field and the results of the search in prose. */
export async function offerSymbols(dialog: HTMLElement, settings: DOMStringMap): Promise<void> {
  const response = await fetch(settings['src'] ?? '')
  if (!response.ok) return
  const all = (await response.json()) as WalkthroughSymbols[]
  const { list, section, status } = makeSection(settings)
  const show = (typed: string): void => {
    const hits = findSymbols(all, typed, SHOWN, settings['walkthrough'])
    list.replaceChildren(...hits.map((hit) => item(hit, settings)))
    section.hidden = hits.length === 0
    status.textContent = hits.length === 0 ? '' : fill(settings['count'] ?? '', { count: hits.length })
  }
  const input = await fieldOf(dialog)
  // Pagefind names its field by its title alone, which not everybody is told.
  input.ariaLabel ??= input.title
  // Beside the drawer that holds the results: Pagefind never takes that away.
  dialog.querySelector('.pagefind-ui__drawer')?.before(section, status)
  input.addEventListener('input', () => show(input.value))
  dialog.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('.pagefind-ui__search-clear') !== null) show('')
  })
  dialog.addEventListener('keydown', (event) => move(event, input, list))
  show(input.value)
}

/** The search field, which Pagefind makes when it gets round to it. */
function fieldOf(dialog: HTMLElement): Promise<HTMLInputElement> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const field = dialog.querySelector<HTMLInputElement>('.pagefind-ui__search-input')
      if (field !== null && dialog.querySelector('.pagefind-ui__drawer') !== null) resolve(field)
      return field !== null
    }
    if (look()) return
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect()
    })
    observer.observe(dialog, { childList: true, subtree: true })
  })
}

function makeSection({ label = '' }: DOMStringMap): { section: HTMLElement; list: HTMLElement; status: HTMLElement } {
  const section = document.createElement('section')
  section.className = 'wm-symbols'
  section.ariaLabel = label
  section.hidden = true
  const title = document.createElement('h2')
  title.textContent = label
  const list = document.createElement('ul')
  list.role = 'list'
  section.append(title, list)
  const status = document.createElement('p')
  status.className = 'sr-only'
  status.role = 'status'
  return { section, list, status }
}

function item({ walkthrough, name, packageName, importPath, kind, address }: SymbolHit, { base = '/' }: DOMStringMap): HTMLElement {
  const link = document.createElement('a')
  link.href = `${base}${walkthrough}/code/${address}`
  const code = document.createElement('code')
  code.translate = false
  code.textContent = `${packageName}.${name}`
  const place = document.createElement('span')
  place.textContent = `${symbolKinds[kind] === 'imethod' ? 'method' : (symbolKinds[kind] ?? '')} · ${importPath}`
  link.append(code, ' ', place)
  const entry = document.createElement('li')
  entry.append(link)
  return entry
}

/** Arrows lead from the field into the list, along it, and back. */
function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops[at + step]
  if (step === 0 || at === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}
