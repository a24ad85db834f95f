import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { posix, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { CODE } from '../../src/walkthrough/declaration-address.ts'
import type { Measurement } from './measurement.ts'

/** What a browser loads to show one page, in bytes after gzip. */
export interface PageWeight {
  readonly page: string
  readonly html: number
  readonly css: number
  /** Scripts that run on every visit, with all they import at once. What search loads when it is opened is not in it. */
  readonly script: number
}

const sizeOf = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length

/** Weighs every chapter of a built site. */
export function weighPages(folder: string): PageWeight[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html') && dirname(file) !== '.')
    .map((file) => weigh(folder, file.split(sep).join('/')))
    .sort((a, b) => total(b) - total(a))
}

function weigh(folder: string, page: string): PageWeight {
  const html = readFileSync(join(folder, page), 'utf8')
  const sheets = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)].map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '')
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1] ?? '')
  const sum = (files: Iterable<string>): number => [...files].reduce((bytes, file) => bytes + sizeOf(readFileSync(join(folder, file))), 0)
  const graph = new Set<string>()
  for (const script of scripts) follow(folder, script, graph)
  return { page, html: sizeOf(html), css: sum(new Set(sheets)), script: sum(graph) }
}

/** Adds a script and everything it imports statically; `import()` is left out. */
function follow(folder: string, script: string, graph: Set<string>): void {
  if (graph.has(script)) return
  graph.add(script)
  const text = readFileSync(join(folder, script), 'utf8')
  for (const match of text.matchAll(/\b(?:import|from)\s*["'](\.{1,2}\/[^"']+)["']/g)) follow(folder, posix.join(posix.dirname(script), match[1] ?? ''), graph)
}

const total = ({ html, css, script }: PageWeight): number => html + css + script
const kilobytes = (bytes: number): number => bytes / 1024

/** Whether a file of the built site is a page about a declaration or a package. */
export function isAboutCode(file: string): boolean {
  return file.split(/[\\/]/).includes(CODE)
}

/** The heaviest chapter, the heaviest page about code, and the heaviest script. */
export function benchWeight(folder: string): Measurement[] {
  const weights = weighPages(folder)
  const heaviest = weights.find(({ page }) => !isAboutCode(page))
  const code = weights.filter(({ page }) => isAboutCode(page))
  const script = weights.reduce((most, weight) => Math.max(most, weight.script), 0)
  if (heaviest === undefined) throw new TypeError(`there is no page in ${folder}`)
  const parts = (['html', 'css', 'script'] as const).map((part) => `${part} ${kilobytes(heaviest[part]).toFixed(1)}`).join(', ')
  const [heaviestCode] = code
  return [
    ...(heaviestCode === undefined ? [] : [{ what: 'weight: the heaviest page about code, gzipped', value: kilobytes(total(heaviestCode)), unit: 'KB' as const, aim: 80, detail: `${heaviestCode.page}, one of ${code.length}` }]),
    { what: 'weight: the heaviest chapter, gzipped', value: kilobytes(total(heaviest)), unit: 'KB', aim: 80, detail: `${heaviest.page}: ${parts}` },
    { what: 'weight: client script, gzipped', value: kilobytes(script), unit: 'KB', aim: 12, detail: 'what runs on every visit; search loads its own when opened' },
  ]
}
