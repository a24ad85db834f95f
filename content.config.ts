import { defineCollection } from 'astro:content'
import { i18nLoader } from '@astrojs/starlight/loaders'
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema'
import { chapterLoader } from './src/site/content/chapter-loader.ts'
import { interfaceStrings } from './src/site/content/interface-strings.ts'

export const collections = {
  docs: defineCollection({ loader: chapterLoader(), schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: interfaceStrings }) }),
}
