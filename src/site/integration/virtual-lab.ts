import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ViteUserConfig } from 'astro'
import type { WaymarkConfig } from '../../config/index.ts'
import { loadLab } from '../../lab/index.ts'
import { scriptTexts } from '../../lab/script/script-texts.ts'

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number]

/** The keys of a fresh lab's etcd, captured by a run of the lab; relative to the project's root. */
export const ETCD_DUMP = 'content/lab/etcd-dump.json'

const LAB_MODULE = 'virtual:waymark/lab'
const DUMP_MODULE = 'virtual:waymark/etcd-dump'
const SWAGGER_MODULE = 'virtual:waymark/swagger-ui'
const TEXTS_MODULE = '\0waymark-script-texts'

/**
 * Lets components import the lab's steps (`virtual:waymark/lab`), the shipped dump (`virtual:waymark/etcd-dump`) and what has to be said
 * of Swagger UI (`virtual:waymark/swagger-ui`), and gives the browser the fixed parts of scripts as text, where Node reads them from files.
 */
export function virtualLab(config: WaymarkConfig, root: string): VitePlugin {
  return {
    name: 'waymark-lab',
    enforce: 'pre',
    resolveId: (id: string) => {
      if ([LAB_MODULE, DUMP_MODULE, SWAGGER_MODULE].includes(id)) return `\0${id}`
      return id.endsWith('/script-texts.ts') ? TEXTS_MODULE : undefined
    },
    load: async (id: string) => {
      if (id === `\0${LAB_MODULE}`) return `export const lab = ${JSON.stringify((await loadLab(config, root))?.lab)}`
      if (id === `\0${DUMP_MODULE}`) return `export const dump = ${JSON.stringify(await readFile(join(root, ETCD_DUMP), 'utf8').catch(() => undefined))}`
      if (id === `\0${SWAGGER_MODULE}`) return `export const swaggerUi = ${JSON.stringify(await aboutSwaggerUi())}`
      return id === TEXTS_MODULE ? `export const scriptTexts = () => (${JSON.stringify(scriptTexts())})` : undefined
    },
  }
}

/** Its version, the notices its licences ask to be passed on, and its styles, which Vite would take for the site's own. */
async function aboutSwaggerUi(): Promise<{ version: string; license: string; styles: string }> {
  const { resolve } = createRequire(import.meta.url)
  const read = (file: string): Promise<string> => readFile(resolve(`swagger-ui-dist/${file}`), 'utf8')
  const { version } = JSON.parse(await read('package.json')) as { version: string }
  const license = await Promise.all(['NOTICE', 'LICENSE', 'swagger-ui-bundle.js.LICENSE.txt'].map(read))
  return { version, license: license.map((text) => text.trim()).join('\n\n'), styles: (await read('swagger-ui.css')).replace(/\n\/\*# sourceMappingURL=.*$/, '') }
}
