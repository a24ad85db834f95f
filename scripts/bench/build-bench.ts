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
 * Time of a cold build against that of a stock Starlight site with as many pages and the same blocks of code, and what
 * the built pages weigh. Both run in processes of their own, the stock one first.
 */
export async function benchBuild(tree: string | undefined): Promise<Measurement[]> {
  const work = await makeWorkFolder(projectRoot)
  try {
    const built = join(work, 'built')
    const script = join(projectRoot, 'scripts', 'build.ts')
    const source = tree === undefined ? ['--offline'] : ['--source', tree]
    const args = ['--disable-warning=ExperimentalWarning', script, '--allow-drift', ...source, '--out', built]
    // Once without the clock: the index is kept between runs, and the stock site has none.
    await run(process.execPath, args, { cwd: projectRoot, maxBuffer: 1e9 })
    const stock = join(work, 'stock')
    const { pages, blocks } = await writeStockSite(stock, built)
    const stockSeconds = await timed(() => run(process.execPath, [fileURLToPath(new URL('stock-site.ts', import.meta.url)), stock, join(work, 'stock-built')], { cwd: stock, maxBuffer: 1e9 }))
    const seconds = await timed(() => run(process.execPath, args, { cwd: projectRoot, maxBuffer: 1e9 }))
    const detail = `${seconds.toFixed(1)} s against ${stockSeconds.toFixed(1)} s: ${pages} pages, ${blocks} blocks of code`
    return [{ what: 'build, of a stock Starlight site’s', value: seconds / stockSeconds, unit: '×', aim: 1.4, detail }, ...benchWeight(built)]
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
