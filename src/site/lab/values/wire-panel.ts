import { resolveValues, validateValue } from '../../../lab/parameters/index.ts'
import type { PanelData } from './panel-data.ts'
import { acceptValues, toFragment, type ReaderValues } from './reader-values.ts'

/** What the panel tells its page. */
export interface PanelEvents {
  /** The reader has set these, all of them good. */
  change(values: ReaderValues): void
  /** The reader keeps what a link brought, or not. */
  settle(keep: boolean): void
}

/** Makes the panel work; `show` writes values into it without touching the field that is being typed in. */
export function wirePanel(element: HTMLElement, { parameters, presets, languageTag, words }: PanelData, events: PanelEvents): { show(values: ReaderValues, offered: boolean): void } {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector's own
  const find = <T extends HTMLElement>(selector: string): T | null => element.querySelector<T>(selector)
  const inputs = new Map(parameters.map(({ name }) => [name, find<HTMLInputElement>(`#value-${name}`)]))
  const wrong = new Set<string>()
  let set: ReaderValues = {}

  const say = (text: string): void => {
    const status = find('[data-values-status]')
    if (status !== null) status.textContent = text
  }
  const check = (name: string): void => {
    const parameter = parameters.find((one) => one.name === name)
    const input = inputs.get(name)
    if (parameter === undefined || !input) return
    const refusal = validateValue(parameter, input.value, languageTag)
    if (refusal === undefined) wrong.delete(name)
    else wrong.add(name)
    if (refusal === undefined) input.removeAttribute('aria-invalid')
    else input.setAttribute('aria-invalid', 'true')
    const place = find(`#wrong-${name}`)
    if (place !== null && place.textContent !== (refusal ?? '')) place.textContent = refusal ?? ''
  }
  const state = (): void => {
    const place = find('[data-values-state]')
    const changed = Object.keys(set).length
    if (place === null) return
    place.textContent = wrong.size > 0 ? words.wrong.replace('{{count}}', String(wrong.size)) : changed === 0 ? words.defaults : words.changed.replace('{{count}}', String(changed))
    place.classList.toggle('wm-is-changed', changed > 0 || wrong.size > 0)
  }
  const show = (values: ReaderValues, offered: boolean): void => {
    set = values
    const resolved = resolveValues(parameters, values)
    for (const [name, input] of inputs) {
      if (!input) continue
      // What is refused stays as it was typed, with its sentence, until it is mended.
      if (!wrong.has(name) && input.value !== resolved[name] && document.activeElement !== input) input.value = resolved[name] ?? ''
      input.toggleAttribute('data-changed', values[name] !== undefined)
    }
    const offer = find('[data-values-offer]')
    if (offer !== null && offer.hidden === offered) {
      offer.hidden = !offered
      if (offered) find<HTMLDetailsElement>('details')?.setAttribute('open', '')
    }
    state()
  }
  /** Sets all at once: whatever was typed and refused is given up. */
  const setAll = (values: ReaderValues): void => {
    wrong.clear()
    for (const name of inputs.keys()) {
      const input = inputs.get(name)
      if (input) input.value = resolveValues(parameters, values)[name] ?? ''
      check(name)
    }
    events.change(acceptValues(parameters, values))
  }

  element.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    check(target.name)
    if (wrong.has(target.name)) state()
    else events.change(acceptValues(parameters, { ...set, [target.name]: target.value }))
  })
  element.addEventListener('focusout', () => show(set, find('[data-values-offer]')?.hidden === false))
  find('form')?.addEventListener('submit', (event) => event.preventDefault())
  find('[data-values-reset]')?.addEventListener('click', () => setAll({}))
  find('[data-values-keep]')?.addEventListener('click', () => events.settle(true))
  find('[data-values-discard]')?.addEventListener('click', () => events.settle(false))
  for (const button of element.querySelectorAll<HTMLElement>('[data-values-preset]')) {
    button.addEventListener('click', () => setAll({ ...set, ...presets[button.dataset['valuesPreset'] ?? ''] }))
  }
  find('[data-values-share]')?.addEventListener('click', () => {
    void copy(`${location.origin}${location.pathname}${location.search}${toFragment(set)}`).then(
      () => say(words.copied),
      () => say(words.notCopied),
    )
  })
  return { show }
}

/** Fails, rather than throws, where the page may not write. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
