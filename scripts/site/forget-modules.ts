import type { HookParameters } from 'astro'

type Server = HookParameters<'astro:server:setup'>['server']

/** The part of an environment that runs modules, where it has one: it keeps what they have evaluated to. */
interface Runner {
  readonly evaluatedModules: {
    readonly idToModuleMap: ReadonlyMap<string, unknown>
    invalidateModule(module: unknown): void
  }
}

/** Makes the development server load these modules anew when a page next asks for them. */
export function forgetModules(server: Server, isMeant: (id: string) => boolean): void {
  for (const environment of Object.values(server.environments)) {
    const { moduleGraph } = environment
    for (const [id, module] of moduleGraph.idToModuleMap) if (isMeant(id)) moduleGraph.invalidateModule(module)
    if (!('runner' in environment)) continue
    const { evaluatedModules } = environment.runner as Runner
    for (const [id, module] of evaluatedModules.idToModuleMap) if (isMeant(id)) evaluatedModules.invalidateModule(module)
  }
}
