/**
 * Builds a stock Starlight site; run as a process of its own: `node stock-site.ts <folder> <out>`.
 *
 * The folder holds `src/content/docs` with pages in two languages and `src/content.config.ts`.
 */
import starlight from '@astrojs/starlight'
import { build } from 'astro'

const [folder = '', out = ''] = process.argv.slice(2)

await build({
  root: folder,
  outDir: out,
  cacheDir: `${folder}/.cache`,
  configFile: false,
  logLevel: 'error',
  integrations: [
    starlight({
      title: 'Stock',
      locales: { root: { label: 'English', lang: 'en' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } },
    }),
  ],
})
