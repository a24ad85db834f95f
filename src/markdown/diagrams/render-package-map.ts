import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { layOutTree } from './lay-out-tree.ts'
import { LABEL_SIZE, link, SMALL_SIZE } from './path-parts.ts'
import { drawing, text, textWidth } from './svg.ts'

/** A package on the map. */
export interface MappedPackage {
  readonly importPath: string
  /** How the drawing calls it. */
  readonly label: string
  readonly href: string | undefined
  /** Import paths of others on the map. */
  readonly imports: readonly string[]
  /** What of the path it holds, in a few words; empty when the path does not pass through it. */
  readonly stops: string
}

/** The words of the map. */
export interface PackageMapStrings {
  readonly title: string
  readonly description: (packages: number) => string
  readonly alsoImportedBy: (labels: string) => string
}

/** Height of a package with one line of words below its name; each further line adds to it. */
const ROW_HEIGHT = 48
const LINE_HEIGHT = 15
/** What a telephone shows without scrolling. */
const WIDTH = 350
const INDENT = 22
const RADIUS = 5.5

/**
 * Packages and who imports whom, as a tree: each stands under the first that imports it, and says by whom else it is
 * imported. Packages that the path passes through are filled and say where.
 *
 * @param packages those that are not imported by another first
 */
export function renderPackageMap(packages: readonly MappedPackage[], strings: PackageMapStrings): Element {
  const sorted = inOrder(packages)
  const importers = sorted.map(({ importPath }) => sorted.flatMap(({ imports }, index) => (imports.includes(importPath) ? [index] : [])))
  const nodes = layOutTree(importers.map(([first], index) => (first !== undefined && first < index ? first : undefined)))
  const at = new Map<number, { readonly x: number; readonly y: number }>()
  const lines: Element[] = []
  const marks: Element[] = []
  let width = 0
  let height = 0
  for (const { index, depth, parent } of nodes) {
    const one = sorted[index]
    if (one === undefined) continue
    const here = { x: 8 + depth * INDENT, y: 14 + height }
    at.set(index, here)
    const from = parent === undefined ? undefined : at.get(parent)
    const others = (importers[index] ?? []).filter((other) => other !== parent).map((other) => sorted[other]?.label ?? '')
    const x = here.x + RADIUS + 14
    const notes = [one.stops, others.length === 0 ? '' : strings.alsoImportedBy(others.join(', '))].flatMap((note) => wrap(note, WIDTH - x))
    height += ROW_HEIGHT + Math.max(0, notes.length - 1) * LINE_HEIGHT
    if (from !== undefined) lines.push(s('path', { class: 'wm-d-line', d: `M${from.x} ${from.y}V${here.y}H${here.x}` }))
    const mark = s('circle', { class: one.stops === '' ? 'wm-d-stop' : 'wm-d-stop wm-d-passed', cx: here.x, cy: here.y, r: RADIUS })
    marks.push(link(one.href, undefined, [mark, text({ x, y: here.y + 5 }, one.label, 'wm-d-name')]))
    notes.forEach((note, line) => marks.push(text({ x, y: here.y + 23 + line * LINE_HEIGHT }, note, 'wm-d-small')))
    width = Math.max(width, x + textWidth(one.label, LABEL_SIZE), ...notes.map((note) => x + textWidth(note, SMALL_SIZE)))
  }
  const svg = drawing({
    width: width + 2,
    height,
    className: 'wm-d-narrow',
    title: strings.title,
    description: strings.description(packages.length),
    interactive: true,
    children: [...lines, ...marks],
  })
  return h('figure', { class: ['wm-diagram', 'not-content'] }, [svg])
}

/** Breaks words into lines of at most `width` pixels, at spaces; a longer word has a line of its own. */
function wrap(words: string, width: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ').filter((one) => one !== '')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && textWidth(longer.trimStart(), SMALL_SIZE) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Importers before what they import; each package once, cycles (which Go has not) broken where they are met. */
function inOrder(packages: readonly MappedPackage[]): MappedPackage[] {
  const left = new Map(packages.map((one) => [one.importPath, one]))
  const sorted: MappedPackage[] = []
  while (left.size > 0) {
    const open = [...left.values()]
    const free = open.filter(({ importPath }) => !open.some((other) => other.importPath !== importPath && other.imports.includes(importPath)))
    for (const one of free.length > 0 ? free : open.slice(0, 1)) {
      sorted.push(one)
      left.delete(one.importPath)
    }
  }
  return sorted
}
