import type { Localized, ParameterConfig } from '../../../config/index.ts'

/** What the panel's script is told by the page. */
export interface PanelData {
  readonly languageTag: string
  readonly parameters: readonly ParameterConfig[]
  readonly presets: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Where the steps stand as JSON. */
  readonly labUrl: string
  readonly words: { readonly changed: string; readonly defaults: string; readonly copied: string; readonly notCopied: string; readonly wrong: string }
}

/** Parameters as the browser needs them: help is on the page already, reasons in one language only. */
export function parametersFor(parameters: readonly ParameterConfig[], tag: string): ParameterConfig[] {
  const only = (text: Localized): Localized => ({ en: text[tag] ?? text.en })
  return parameters.map((parameter) => ({ ...parameter, help: { en: '' }, refuse: parameter.refuse.map(({ pattern, reason }) => ({ pattern, reason: only(reason) })) }))
}

/** JSON that can stand in a `script` element, whatever is in it. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
