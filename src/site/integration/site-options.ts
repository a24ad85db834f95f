import { unified, type UnifiedProcessorOptions } from '@astrojs/markdown-remark'
import type { AstroUserConfig } from 'astro'
import type { WaymarkConfig } from '../../config/index.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'

/** Settings of `siteOptions`. */
export interface SiteOptions {
  readonly config: WaymarkConfig
  /** Plugins that run before Starlight's own: this is where the directives of the chapters get their meaning. */
  readonly remarkPlugins?: UnifiedProcessorOptions['remarkPlugins']
  readonly rehypePlugins?: UnifiedProcessorOptions['rehypePlugins']
}

/** Astro's own settings for the site. */
export function siteOptions({ config, remarkPlugins = [], rehypePlugins = [] }: SiteOptions): AstroUserConfig {
  return {
    ...(config.site === undefined ? {} : { site: config.site }),
    srcDir: '.',
    trailingSlash: 'always',
    // Quotation marks are the author's: code in prose must stay as it was typed.
    markdown: { processor: unified({ remarkPlugins, rehypePlugins, smartypants: false }) },
    security: { csp: contentSecurityPolicy() },
    devToolbar: { enabled: false },
    // Nothing is fetched before it's asked for, so the script that would do it stays at home too.
    prefetch: false,
  }
}
