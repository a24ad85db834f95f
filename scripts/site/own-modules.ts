import type { HookParameters, ViteUserConfig } from 'astro'
import { forgetModules } from './forget-modules.ts'

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number]
type Server = HookParameters<'astro:server:setup'>['server']

/** Modules that are made of what the books and the chapters say. */
const OWN = '\0virtual:waymark/'

/** Remembers what our own modules were, so that only those that are different now have to be forgotten. */
export interface OwnModules {
  readonly plugin: VitePlugin
  /** Makes the development server load those that are different now anew; tells whether there were any. */
  forgetChanged(server: Server): Promise<boolean>
}

/** See `OwnModules`. */
export function ownModules(): OwnModules {
  const told = new Map<string, string>()
  return {
    plugin: {
      name: 'waymark-own-modules',
      enforce: 'pre',
      transform(code: string, id: string) {
        if (id.startsWith(OWN)) told.set(id, code)
      },
    },
    async forgetChanged(server) {
      const changed = new Set<string>()
      for (const [id, before] of told) {
        const now = await server.environments.ssr.pluginContainer.load(id)
        if ((typeof now === 'string' ? now : now?.code) !== before) changed.add(id)
      }
      if (changed.size === 0) return false
      forgetModules(server, (id) => changed.has(id))
      for (const id of changed) told.delete(id)
      return true
    },
  }
}
