import type { Element } from 'hast'
import { s } from 'hastscript'
import type { StopView } from '../../walkthrough/excerpt.ts'
import type { TreeNode } from './lay-out-tree.ts'
import { callLabel, callPieces, LABEL_SIZE, link, SMALL_SIZE } from './path-parts.ts'
import type { DiagramStrings } from './strings.ts'
import { drawing, text, textWidth } from './svg.ts'

const ROW_HEIGHT = 48
const INDENT = 22
const RADIUS = 5.5
const TEXT_GAP = 14

/** The path from top to bottom, indented like a tree of folders: a stop a row, its call in small type under it. */
export function drawPathDown(nodes: readonly TreeNode[], stops: readonly StopView[], words: DiagramStrings['path']): Element {
  const at = new Map(nodes.map((node) => [node.index, { x: 8 + node.depth * INDENT, y: 14 + node.row * ROW_HEIGHT }]))
  let width = 0
  const lines: Element[] = []
  const marks: Element[] = []
  for (const { index, parent } of nodes) {
    const stop = stops[index]
    const here = at.get(index)
    if (stop === undefined || here === undefined) continue
    const from = parent === undefined ? undefined : at.get(parent)
    const { through, line, doubt } = callPieces(stop, words)
    const note = [through, line, doubt].filter((piece) => piece !== '').join(' · ')
    const textX = here.x + RADIUS + TEXT_GAP
    if (from !== undefined) {
      lines.push(s('path', { class: `wm-d-line${doubt === '' ? '' : ' wm-d-dashed'}`, d: `M${from.x} ${from.y}V${here.y}H${here.x}` }))
    }
    marks.push(
      link(stop.href, undefined, [
        s('circle', { class: 'wm-d-stop', cx: here.x, cy: here.y, r: RADIUS }),
        text({ x: textX, y: here.y + 5 }, stop.label, 'wm-d-name'),
      ]),
    )
    if (note !== '') marks.push(link(stop.hop?.url, nameOf(note, callLabel(stop, stops, words)), [text({ x: textX, y: here.y + 23 }, note, 'wm-d-small')]))
    width = Math.max(width, textX + textWidth(stop.label, LABEL_SIZE), textX + textWidth(note, SMALL_SIZE))
  }
  return drawing({
    width: width + 2,
    height: nodes.length * ROW_HEIGHT,
    className: 'wm-d-narrow',
    title: words.title,
    description: words.description(stops.length, stops[0]?.label ?? '', stops.at(-1)?.label ?? ''),
    interactive: true,
    children: [...lines, ...marks],
  })
}

/** Begins with what is to be seen, so that who speaks to the page can say what they read. */
function nameOf(seen: string, label: string | undefined): string | undefined {
  return label === undefined ? undefined : `${seen} — ${label}`
}
