/**
 * The Astro side of the site: what `astro.config.mjs` hands to Astro.
 *
 * `siteOptions` holds Astro's own settings, `waymark` is the list of integrations (Starlight and ours). What chapters
 * mean is decided by the remark plugins and the book that are passed in; nothing here reads Go or Markdown.
 */
export { siteOptions, type SiteOptions } from './site-options.ts'
export { waymark, type WaymarkOptions } from './waymark.ts'
