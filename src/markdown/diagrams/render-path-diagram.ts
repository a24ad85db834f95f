import type { Element } from 'hast'
import { h } from 'hastscript'
import type { StopView } from '../../walkthrough/excerpt.ts'
import { drawPathAcross } from './draw-path-across.ts'
import { drawPathDown } from './draw-path-down.ts'
import { layOutTree } from './lay-out-tree.ts'
import type { DiagramStrings } from './strings.ts'

/** Widest drawing that a wide page can show without scrolling. */
const PAGE_WIDTH = 1100

/**
 * The path as a tree of calls: stops in source order, edges that name the closure and the line of the call, links to
 * chapters and to lines. A call found by name alone is dashed and says so.
 *
 * A deep path is too wide to lie across a page; it's then drawn downwards only.
 */
export function renderPathDiagram(stops: readonly StopView[], strings: DiagramStrings): Element {
  const nodes = layOutTree(stops.map(({ hop }) => hop?.from))
  const across = drawPathAcross(nodes, stops, strings.path)
  const fits = Number(across.properties.width) <= PAGE_WIDTH
  return h('figure', { class: ['wm-diagram', 'wm-path-diagram', 'not-content', ...(fits ? ['wm-two-shapes'] : [])] }, [
    ...(fits ? [across] : []),
    drawPathDown(nodes, stops, strings.path),
  ])
}
