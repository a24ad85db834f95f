import type { ViteUserConfig } from 'astro'
import type { WaymarkConfig } from '../../config/index.ts'
import { readExplorer, type ExplorerInput } from '../options/read-explorer.ts'

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number]

const name = 'virtual:waymark/explorer'

/** Lets components import what is known about options: `import { explorer } from 'virtual:waymark/explorer'`. */
export function virtualExplorer(config: WaymarkConfig, root: string, known: ReadonlyMap<string, ExplorerInput>): VitePlugin {
  return {
    name: 'waymark-explorer',
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    load: async (id: string) => (id === `\0${name}` ? `export const explorer = ${JSON.stringify(await readExplorer(config, root, known))}` : undefined),
  }
}
