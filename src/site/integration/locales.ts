import type { StarlightUserConfig } from '@astrojs/starlight/types'
import type { WaymarkConfig } from '../../config/index.ts'

/** Starlight's `locales` from the config's languages. */
export function locales({ languages }: WaymarkConfig): NonNullable<StarlightUserConfig['locales']> {
  return Object.fromEntries(languages.map(({ locale, tag, label }) => [locale, { label, lang: tag }]))
}
