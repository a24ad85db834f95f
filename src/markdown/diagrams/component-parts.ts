import type { Element } from 'hast'
import { s } from 'hastscript'
import { rectangle, text, type Box } from './svg.ts'

/** A program: its name, and under it what it does, if there is room for that. */
export function program(box: Box, name: string, role?: string, className = 'wm-d-box'): Element {
  const x = box.x + box.width / 2
  const middle = box.y + box.height / 2
  return s('g', [
    rectangle(box, className),
    text({ x, y: role === undefined ? middle + 4.5 : middle - 3 }, name, 'wm-d-program', 'middle'),
    ...(role === undefined ? [] : [text({ x, y: middle + 15 }, role, 'wm-d-role', 'middle')]),
  ])
}

/** A place where programs run: a frame and its name at the top left. */
export function place(box: Box, name: string): Element {
  return s('g', [rectangle(box, 'wm-d-place'), text({ x: box.x + 14, y: box.y + 22 }, name, 'wm-d-place-name')])
}

/** A few pods, side by side. */
export function pods(box: Box, name: string, count: number): Element {
  const gap = 8
  const width = (box.width - (count + 1) * gap) / count
  const tops = Array.from({ length: count }, (_, index) =>
    rectangle({ x: box.x + gap + index * (width + gap), y: box.y + gap, width, height: box.height - 34 }, 'wm-d-pod'),
  )
  return s('g', [rectangle(box, 'wm-d-box'), ...tops, text({ x: box.x + box.width / 2, y: box.y + box.height - 10 }, name, 'wm-d-role', 'middle')])
}
