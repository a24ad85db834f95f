import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { projectRoot } from '../../src/config/index.ts'
import { makeWorkFolder } from '../site/work-folder.ts'
import type { Measurement } from './measurement.ts'
import { benchWeight, isAboutCode } from './page-weight.ts'

const run = promisify(execFile)

const CONTENT_CONFIG = `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`

/**
 * Time of a first build, with an empty cache, against that of one without pages about code; of another against that of a
 * stock Starlight site with as many pages and the same blocks of code; and what the built pages weigh. All run in processes
 * of their own.
 */
export async function benchBuild(tree: string): Promise<Measurement[]> {
  const work = await makeWorkFolder(projectRoot)
  try {
    const built = join(work, 'built')
    const script = join(projectRoot, 'scripts', 'build.ts')
    const args = ['--disable-warning=ExperimentalWarning', script, '--allow-drift', '--source', tree, '--out', built]
    const build = (cache: string, ...more: string[]): Promise<number> =>
      timed(() => run(process.execPath, [...args, ...more], { cwd: projectRoot, maxBuffer: 1e9, env: { ...process.env, WAYMARK_CACHE: join(work, cache) } }))
    const plain = await build('plain-cache', '--no-code-pages')
    const first = await build('cache')
    const stock = join(work, 'stock')
    const { pages, blocks } = await writeStockSite(stock, built)
    const stockSeconds = await timed(() => run(process.execPath, [fileURLToPath(new URL('stock-site.ts', import.meta.url)), stock, join(work, 'stock-built')], { cwd: stock, maxBuffer: 1e9 }))
    // What the first build has kept is used again; the stock site has nothing to keep.
    const seconds = await build('cache')
    const detail = `${seconds.toFixed(1)} s against ${stockSeconds.toFixed(1)} s: ${pages} pages, ${blocks} blocks of code`
    const about = `${first.toFixed(1)} s against ${plain.toFixed(1)} s, both from nothing; with what the first has kept ${seconds.toFixed(1)} s`
    return [
      { what: 'build, of one without pages about code', value: first / plain, unit: '×', aim: 1.5, detail: about },
      { what: 'build, of a stock Starlight site’s', value: seconds / stockSeconds, unit: '×', aim: 1.4, detail },
      ...benchWeight(built),
    ]
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Writes a page for each built page: its paragraphs as plain text, and each excerpt as a block of Go of the same lines. */
async function writeStockSite(folder: string, built: string): Promise<{ pages: number; blocks: number }> {
  // Pages about declarations have no counterpart there: what they cost is counted against this site alone.
  const files = (await readdir(built, { recursive: true })).filter((file) => file.endsWith('index.html') && !isAboutCode(file))
  let blocks = 0
  for (const file of files) {
    const html = await readFile(join(built, file), 'utf8')
    const figures = html.split('<figure class="wm-excerpt').slice(1).map((part) => part.slice(0, part.indexOf('</figure>')))
    const code = figures.map((figure) => [...figure.matchAll(/class="wm-text"[^>]*>([\s\S]*?)<\/span>(?=<\/span>|\n|$)/g)].map((match) => textOf(match[1] ?? '')).join('\n'))
    const notes = figures.flatMap((figure) => paragraphs(figure))
    const prose = [...paragraphs(html.replace(/<figure[\s\S]*?<\/figure>/g, '')), ...notes].join('\n\n')
    const page = join(folder, 'src', 'content', 'docs', dirname(file) === '.' ? 'index.md' : `${dirname(file).split(sep).join('/')}.md`)
    await mkdir(dirname(page), { recursive: true })
    await writeFile(page, `---\ntitle: ${JSON.stringify(file)}\n---\n\n${prose}\n\n${code.map((text) => `\`\`\`go\n${text}\n\`\`\``).join('\n\n')}\n`)
    blocks += code.length
  }
  await writeFile(join(folder, 'src', 'content.config.ts'), CONTENT_CONFIG)
  return { pages: files.length, blocks }
}

const paragraphs = (html: string): string[] => [...html.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((match) => textOf(match[1] ?? '').replace(/[<>{}\\`*_[\]#]/g, ''))

const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
