import { mkdir, writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import type { CardStore } from '../../markdown/render/index.ts'

/**
 * Puts the files that hover cards are read from beside the scripts and stylesheets, whose names tell their content too;
 * while someone is writing, answers for them.
 */
export function cardFiles({ files }: Pick<CardStore, 'files'>): AstroIntegration {
  let folder = '_astro'
  return {
    name: 'waymark-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = config.build.assets
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const text = files.get((request.url ?? '').replace(/[?#].*$/, '').replace(/^.*\//, ''))
          if (text === undefined) next()
          else response.setHeader('Content-Type', 'application/json; charset=utf-8').end(text)
        })
      },
      'astro:build:done': async ({ dir }) => {
        const assets = new URL(`${folder}/`, dir)
        await mkdir(assets, { recursive: true })
        for (const [name, text] of files) await writeFile(new URL(name, assets), text)
      },
    },
  }
}
