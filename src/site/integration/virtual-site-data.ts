import type { ViteUserConfig } from 'astro'
import type { SiteData } from '../data/site-data.ts'

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number]

const name = 'virtual:waymark/site'

/** Lets components import the site's data: `import { site } from 'virtual:waymark/site'`. */
export function virtualSiteData(read: () => SiteData): VitePlugin {
  return {
    name: 'waymark-site-data',
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    // JSON text is a JavaScript expression since ES2019, whatever a summary or a line of code holds.
    load: (id: string) => (id === `\0${name}` ? `export const site = ${JSON.stringify(read())}` : undefined),
  }
}
