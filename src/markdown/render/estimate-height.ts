import type { ElementContent } from 'hast'

/** Width of a letter in a wide system font, in ems. A Chinese character is one em. */
const LETTER_EMS = 0.57

/** How many lines a body takes in a column beside the code, so many ems wide. */
export function estimateHeight(body: readonly ElementContent[], width: number): number {
  const blocks = body.filter((node) => node.type === 'element' && isBlock(node.tagName))
  const flows: (readonly ElementContent[])[] = blocks.length === 0 ? [body] : blocks.map((block) => [block])
  const lines = flows.map((flow) => {
    const items = flow.flatMap(blockItems)
    return items.reduce((sum, text) => sum + Math.max(1, Math.ceil(ems(text) / width)), 0)
  })
  return lines.reduce((sum, count) => sum + count, 0) + Math.ceil(Math.max(0, flows.length - 1) / 2)
}

function isBlock(tagName: string): boolean {
  return /^(p|ul|ol|dl|pre|blockquote|div|table|h[1-6])$/.test(tagName)
}

/** Texts that begin lines of their own: list items, lines of a `pre`, or the node itself. */
function blockItems(node: ElementContent): string[] {
  if (node.type === 'element' && /^(ul|ol)$/.test(node.tagName)) {
    return node.children.flatMap((child) => (child.type === 'element' ? [textOf(child)] : []))
  }
  const text = textOf(node)
  return node.type === 'element' && node.tagName === 'pre' ? text.split('\n') : [text]
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

/** Width of a text in ems: East Asian wide and full-width characters count one (Unicode UAX 11, by script and block). */
function ems(text: string): number {
  let width = 0
  for (const character of text) {
    width += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(character) ? 1 : LETTER_EMS
  }
  return width
}
