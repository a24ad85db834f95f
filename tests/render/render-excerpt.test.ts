import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { createGoHighlight } from '../../src/markdown/highlight/index.ts'
import { excerptStrings, renderExcerpt } from '../../src/markdown/render/index.ts'
import { excerptOf } from './excerpt-of.ts'
import { all, attribute, text } from './hast.ts'

const highlight = await createGoHighlight()
const strings = excerptStrings('en')

/** A readable snapshot: one line of HTML for each line of code. */
const readable = (element: Element): string => `${toHtml(element).replaceAll(/(?=<(?:div|figcaption|details|summary|pre|span class="line"|li)\b)/g, '\n')}\n`

const noted = excerptOf('func NewOpenCommand', {
  id: 'open',
  shown: [[27, 29], [41, 62], [86, 86]],
  notes: [
    { at: 'o := NewOptions()', says: 'One value, made before any flag is read.' },
    { at: 'completed, err := Complete(ctx, o)', says: 'Everything left open is decided here.', changed: true },
    { at: 'if errs := completed.Validate(); len(errs) != 0 {\n\t\t\t\treturn errors.Join(errs...)\n\t\t\t}', says: 'All at once.' },
    { at: 'completed.Validate()', says: [h('p', ['A note may hold ', h('code', 'code'), '.'])] },
    { at: undefined, says: 'Nobody knows where this belongs.' },
  ],
})

describe('an excerpt with notes, folds and a note without a place', () => {
  const figure = renderExcerpt(noted.view, { notes: noted.bodies, strings, highlight })
  const lines = all(figure, (node) => node.properties['className']?.toString() === 'line')

  test('reads like this', async () => {
    await expect(readable(figure)).toMatchFileSnapshot('./expected/noted.html')
  })

  test('holds every line of the code once, in order, character for character', () => {
    const texts = lines.map((line) => text(all(line, (node) => node.properties['className']?.toString() === 'wm-text')[0]))
    expect(texts).toEqual(noted.code)
    expect(lines.map((line) => line.properties['id'])).toEqual(noted.code.map((_, index) => `open-L${noted.view.startLine + index}`))
  })

  test('marks exactly the characters a note points at', () => {
    const marked = (note: number): string[] =>
      all(figure, (node) => node.tagName === 'mark' && String(node.properties['dataNote']).split(' ').includes(String(note))).map((node) => text(node))
    expect(marked(1).join('')).toBe('o := NewOptions()')
    expect(marked(2).join('')).toBe('completed, err := Complete(ctx, o)')
    expect(marked(3).join('\n')).toBe('if errs := \ncompleted.Validate()\n; len(errs) != 0 {\nreturn errors.Join(errs...)\n}')
    expect(marked(4).join('')).toBe('completed.Validate()')
  })

  test('gives every element an id of its own, and every link inside it something to lead to', () => {
    const ids = all(figure, (node) => node.properties['id'] !== undefined).map((node) => String(node.properties['id']))
    expect(new Set(ids).size).toBe(ids.length)
    const targets = all(figure, (node) => attribute(node, 'href').startsWith('#')).map((node) => attribute(node, 'href').slice(1))
    expect(targets.length).toBeGreaterThan(noted.code.length)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  test('begins each code element with an element, so that Expressive Code leaves it alone', () => {
    const codes = all(figure, (node) => node.tagName === 'pre').map((pre) => pre.children[0] as Element)
    expect(codes.length).toBeGreaterThan(4)
    for (const code of codes) expect(code.children[0]).toMatchObject({ type: 'element', tagName: 'span' })
  })

  test('stands each note right after the run that ends in its line', () => {
    const notes = all(figure, (node) => node.properties['role'] === 'note').map((node) => node.properties['id'])
    expect(notes).toEqual(['open-note-1', 'open-note-2', 'open-note-3', 'open-note-4', 'open-note-5'])
  })
})

test('without code an excerpt still gives places, links and notes, and says how to get the code', async () => {
  const { view, bodies } = excerptOf('func NewOpenCommand', {
    id: 'open',
    shown: [[27, 29], [41, 62], [86, 86]],
    withoutCode: true,
    notes: [{ at: 'o := NewOptions()', says: 'One value.' }, { at: 'return Run(completed', says: 'The door.' }],
  })
  const never = (): never => { throw new Error('there is nothing to highlight') }
  const figure = renderExcerpt(view, { notes: bodies, strings: excerptStrings('zh-CN'), highlight: never, command: 'npm start -- --source <folder>' })
  await expect(readable(figure)).toMatchFileSnapshot('./expected/without-code.html')
})

test('what Go source and notes hold stays text', async () => {
  const { view, bodies, code } = excerptOf('func Odd', {
    label: 'harbour.Odd',
    local: true,
    notes: [{ at: '"<img src=x onerror=alert(1)>"', says: '</div><script>alert(1)</script>' }],
  })
  const html = readable(renderExcerpt(view, { notes: bodies, strings, highlight }))
  expect(html).not.toMatch(/<script|<img|<\/script/)
  expect(code.join('\n')).toContain('</script><script>')
  await expect(html).toMatchFileSnapshot('./expected/odd.html')
})
