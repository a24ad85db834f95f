import type { Element } from 'hast'
import { s } from 'hastscript'
import type { StopView } from '../../walkthrough/excerpt.ts'
import type { TreeNode } from './lay-out-tree.ts'
import { callLabel, callPieces, LABEL_SIZE, link, shortPlace, SMALL_SIZE } from './path-parts.ts'
import type { DiagramStrings } from './strings.ts'
import { arrow, drawing, rectangle, text, textWidth, type Box } from './svg.ts'

const BOX_HEIGHT = 46
const ROW_HEIGHT = 68
const PADDING = 12
/** Between an edge's label and the boxes at its ends; the left part holds the turn of the line. */
const EDGE_START = 26
const EDGE_END = 20

/** The path from left to right: a column for each depth of calls, as wide as what stands in it. */
export function drawPathAcross(nodes: readonly TreeNode[], stops: readonly StopView[], words: DiagramStrings['path']): Element {
  const columns = columnsOf(nodes, stops, words)
  const boxes = new Map<number, Box>()
  for (const { index, depth, leafRow } of nodes) {
    const column = columns[depth]
    if (column !== undefined) boxes.set(index, { x: column.x, y: 1 + leafRow * ROW_HEIGHT, width: column.width, height: BOX_HEIGHT })
  }
  const width = columns.reduce((right, column) => Math.max(right, column.x + column.width), 0) + 1
  const height = Math.max(...nodes.map(({ leafRow }) => leafRow)) * ROW_HEIGHT + BOX_HEIGHT + 2
  const children = nodes.flatMap(({ index, parent }) => {
    const stop = stops[index]
    const box = boxes.get(index)
    if (stop === undefined || box === undefined) return []
    const from = parent === undefined ? undefined : boxes.get(parent)
    return [...(from === undefined ? [] : drawCall(stop, from, box, stops, words)), drawStop(stop, box)]
  })
  return drawing({
    width,
    height,
    className: 'wm-d-wide',
    title: words.title,
    description: words.description(stops.length, stops[0]?.label ?? '', stops.at(-1)?.label ?? ''),
    interactive: true,
    children,
  })
}

/** Left edge and width of the boxes at each depth, leaving room for the labels of the calls that lead there. */
function columnsOf(nodes: readonly TreeNode[], stops: readonly StopView[], words: DiagramStrings['path']): { x: number; width: number }[] {
  const depths = Math.max(-1, ...nodes.map(({ depth }) => depth)) + 1
  const columns: { x: number; width: number }[] = []
  for (let depth = 0; depth < depths; depth += 1) {
    const here = nodes.flatMap((node) => (node.depth === depth && stops[node.index] !== undefined ? [stops[node.index] as StopView] : []))
    const width = Math.max(...here.map((stop) => Math.max(textWidth(stop.label, LABEL_SIZE), textWidth(shortPlace(stop), SMALL_SIZE)))) + 2 * PADDING
    const label = Math.max(
      ...here.map((stop) => {
        const { through, line, doubt } = callPieces(stop, words)
        return Math.max(textWidth(through === '' ? doubt : through, SMALL_SIZE), textWidth(line.replace(/^.*:/, ':'), SMALL_SIZE))
      }),
    )
    const before = columns.at(-1)
    columns.push({ x: before === undefined ? 1 : before.x + before.width + EDGE_START + label + EDGE_END, width })
  }
  return columns
}

function drawStop(stop: StopView, box: Box): Element {
  const place = shortPlace(stop)
  const middle = box.y + box.height / 2
  return link(stop.href, undefined, [
    rectangle(box, 'wm-d-box'),
    text({ x: box.x + PADDING, y: place === '' ? middle + 5 : middle - 3 }, stop.label, 'wm-d-name'),
    ...(place === '' ? [] : [text({ x: box.x + PADDING, y: middle + 14 }, place, 'wm-d-small')]),
  ])
}

function drawCall(stop: StopView, from: Box, to: Box, stops: readonly StopView[], words: DiagramStrings['path']): Element[] {
  const { through, line, doubt } = callPieces(stop, words)
  const start = { x: from.x + from.width, y: from.y + BOX_HEIGHT / 2 }
  const end = { x: to.x - 1, y: to.y + BOX_HEIGHT / 2 }
  const turn = start.x + EDGE_START / 2
  const points = start.y === end.y ? [start, end] : [{ x: turn, y: start.y }, { x: turn, y: end.y }, end]
  const labelX = start.x + EDGE_START
  // The file is the caller's, whose name stands in the box to the left; the line is enough.
  const number = line.replace(/^.*:/, ':')
  return [
    arrow(points, doubt === '' ? 'wm-d-call' : 'wm-d-call wm-d-doubtful'),
    ...(through === '' ? [] : [text({ x: labelX, y: end.y - 7 }, through, 'wm-d-through')]),
    ...(doubt === '' || through !== '' ? [] : [text({ x: labelX, y: end.y - 7 }, doubt, 'wm-d-small')]),
    ...(number === '' ? [] : [link(stop.hop?.url, callLabel(stop, stops, words), [text({ x: labelX, y: end.y + 16 }, number, 'wm-d-small')])]),
    ...(doubt !== '' && through !== '' ? [s('title', doubt)] : []),
  ]
}
