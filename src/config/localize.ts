import type { Localized } from './schema.ts'

/** The text for a language tag, falling back to English. */
export function localize(text: Localized, languageTag: string): string {
  return text[languageTag] ?? text.en
}
