import type { Element, ElementContent } from 'hast'
import { s } from 'hastscript'

/** Width of a character of the monospace face, in its own size; the faces of the stack lie between 0.55 and 0.61. */
const MONO_ADVANCE = 0.61

/** Widest a text in monospace can get, in pixels. Chinese characters count as two. */
export function textWidth(text: string, fontSize: number): number {
  const cells = Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
  return Math.ceil(cells * MONO_ADVANCE * fontSize)
}

/** A place in a drawing, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle in a drawing; the point is its upper left corner. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** A rectangle with softly rounded corners. */
export function rectangle({ x, y, width, height }: Box, className: string): Element {
  return s('rect', { class: className, x, y, width, height, rx: 4 })
}

/** A line of text; `anchor` says which of its points `x` is. */
export function text(at: Point, content: string, className: string, anchor: 'start' | 'middle' | 'end' = 'start'): Element {
  return s('text', { class: className, x: at.x, y: at.y, ...(anchor === 'start' ? {} : { textAnchor: anchor }) }, content)
}

/** A line through points, turning at right angles, with an arrowhead at its end and, if asked for, at its start. */
export function arrow(points: readonly Point[], className: string, options: { readonly both?: boolean } = {}): Element {
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const heads = [head(points.at(-2), points.at(-1)), ...(options.both === true ? [head(points[1], points[0])] : [])]
  return s('g', { class: className }, [s('path', { class: 'wm-d-line', d: line }), s('path', { class: 'wm-d-head', d: heads.join('') })])
}

/** The arrowhead at `tip` of a line that comes from `tail`, straight along an axis. */
function head(tail: Point | undefined, tip: Point | undefined): string {
  if (tail === undefined || tip === undefined) return ''
  const dx = Math.sign(tip.x - tail.x)
  const dy = Math.sign(tip.y - tail.y)
  const back = { x: tip.x - 7 * dx, y: tip.y - 7 * dy }
  return `M${tip.x} ${tip.y}L${back.x - 4 * dy} ${back.y - 4 * dx}L${back.x + 4 * dy} ${back.y + 4 * dx}Z`
}

/** An SVG at its natural size. `interactive` drawings are groups, since the links in an image can't be reached. */
export function drawing(options: {
  readonly width: number
  readonly height: number
  readonly className: string
  readonly title: string
  readonly description: string
  readonly interactive: boolean
  readonly children: readonly ElementContent[]
}): Element {
  const { width, height, className, title, description, interactive, children } = options
  return s(
    'svg',
    { class: className, role: interactive ? 'group' : 'img', ariaLabel: title, width, height, viewBox: `0 0 ${width} ${height}` },
    [s('desc', description), ...children],
  )
}
