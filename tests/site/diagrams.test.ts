import fc from 'fast-check'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { diagramStrings, layOutTree, renderComponents, renderPathDiagram } from '../../src/markdown/diagrams/index.ts'
import { fan, stop } from './support/stop.ts'

const strings = diagramStrings('en')

function elements(tree: Element, tagName: string, className?: string): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    const classes = [node.properties.className].flat().join(' ').split(' ')
    if (node.tagName === tagName && (className === undefined || classes.includes(className))) found.push(node)
  })
  return found
}

const number = (node: Element, name: string): number => Number(node.properties[name])

/** Paths in which each stop but the first is called by any earlier one. */
const anyPath = fc
  .array(fc.tuple(fc.nat(), fc.stringMatching(/^[A-Za-z]{1,24}$/)), { minLength: 1, maxLength: 15 })
  .map((parts) => parts.map(([seed, label], index) => stop(label, 'c', index === 0 ? undefined : seed % index)))

describe('a tree of calls', () => {
  it('keeps the order of the source among siblings, children right after their caller', () => {
    expect(layOutTree([undefined, 0, 1, 1, 1, 4]).map(({ index, depth, row, leafRow }) => [index, depth, row, leafRow])).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 0],
      [2, 2, 2, 0],
      [3, 2, 3, 1],
      [4, 2, 4, 2],
      [5, 3, 5, 2],
    ])
  })

  it('takes a caller that is not earlier for none, so no input makes it loop', () => {
    expect(layOutTree([1, 0, 2, -1, 9]).map(({ index, depth }) => [index, depth])).toEqual([[0, 0], [1, 1], [2, 0], [3, 0], [4, 0]])
  })

  it('places every item once, in a row of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -2, max: 15 }), { nil: undefined }), { maxLength: 15 }), (parents) => {
        const nodes = layOutTree(parents)
        expect(nodes.map(({ index }) => index).sort((a, b) => a - b)).toEqual(parents.map((_, index) => index))
        expect(nodes.map(({ row }) => row)).toEqual(parents.map((_, row) => row))
      }),
    )
  })
})

describe('the path, drawn', () => {
  it('has no two boxes over each other and nothing outside, for paths of 1 to 15 stops', () => {
    fc.assert(
      fc.property(anyPath, (stops) => {
        const figure = renderPathDiagram(stops, strings)
        for (const svg of elements(figure, 'svg')) {
          const boxes = elements(svg, 'rect')
          for (const [index, box] of boxes.entries()) {
            expect(number(box, 'x') + number(box, 'width')).toBeLessThanOrEqual(number(svg, 'width'))
            expect(number(box, 'y') + number(box, 'height')).toBeLessThanOrEqual(number(svg, 'height'))
            for (const other of boxes.slice(index + 1)) {
              const apart =
                number(box, 'x') + number(box, 'width') <= number(other, 'x') ||
                number(other, 'x') + number(other, 'width') <= number(box, 'x') ||
                number(box, 'y') + number(box, 'height') <= number(other, 'y') ||
                number(other, 'y') + number(other, 'height') <= number(box, 'y')
              expect(apart).toBe(true)
            }
          }
        }
      }),
    )
  })

  it('names the closure and the line of a call, and leads to both ends', () => {
    const stops = [stop('main', 'a'), stop('Complete', 'b', 0, { hop: { from: 0, line: 131, file: 'app/server.go', url: 'https://c.example/#L131', status: 'resolved', how: 'call', through: 'RunE', via: undefined } })]
    const html = toHtml(renderPathDiagram(stops, strings))
    expect(html).toContain('RunE')
    expect(html).toContain('server.go:131')
    expect(html).toContain('href="/walk/b/"')
    expect(html).toContain('aria-label="main calls Complete: app/server.go, line 131"')
    expect(html).not.toContain(strings.path.candidate)
  })

  it('tells what is handed over from what is called, and names the function in between', () => {
    const hop = { from: 0, line: 131, file: 'app/server.go', url: 'https://c.example/#L131', status: 'resolved' as const, how: 'call' as const, through: 'RunE', via: 'Options.run' }
    const html = toHtml(renderPathDiagram([stop('main', 'a'), stop('Complete', 'b', 0, { hop }), stop('run', 'b', 0, { hop: { ...hop, how: 'value', via: undefined } })], strings))
    expect(html).toContain('RunE → Options.run')
    expect(html).toContain('aria-label="main → Options.run calls Complete: app/server.go, line 131"')
    expect(html).toContain('as RunE')
    expect(html).toContain('aria-label="main hands run over as RunE: app/server.go, line 131"')
  })

  it('draws a call found by name alone dashed, and says so', () => {
    const hop = { from: 0, line: 3, file: 'a.go', url: undefined, status: 'candidate' as const, how: 'call' as const, through: undefined, via: undefined }
    const figure = renderPathDiagram([stop('main', 'a'), stop('Run', 'b', 0, { hop })], strings)
    expect(elements(figure, 'g', 'wm-d-doubtful')).toHaveLength(1)
    expect(elements(figure, 'path', 'wm-d-dashed')).toHaveLength(1)
    expect(toHtml(figure)).toContain(strings.path.candidate)
  })

  it('comes in a narrow shape that fits a phone, and leaves the wide one out where it would not fit a page', () => {
    const narrow = elements(renderPathDiagram(fan, strings), 'svg', 'wm-d-narrow')[0]
    expect(narrow && number(narrow, 'width')).toBeLessThanOrEqual(354)
    const deep = Array.from({ length: 15 }, (_, index) => stop('SomeFunction', 'c', index === 0 ? undefined : index - 1))
    expect(elements(renderPathDiagram(deep, strings), 'svg')).toHaveLength(1)
  })

  it('escapes what a name could hold, and paints nothing by itself', () => {
    const html = toHtml(renderPathDiagram([stop('</text><script>alert(1)</script>', 'a')], strings))
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/\s(style|fill|stroke)=/)
  })
})

describe.each(['en', 'zh-CN'])('the components, in %s', (tag) => {
  const words = diagramStrings(tag)
  const figure = renderComponents(words)

  it('are an image with a name and a description, in two shapes', () => {
    const drawings = elements(figure, 'svg')
    expect(drawings.map(({ properties }) => [properties.role, properties.ariaLabel])).toEqual([
      ['img', words.components.title],
      ['img', words.components.title],
    ])
    for (const drawing of drawings) expect(toHtml(elements(drawing, 'desc')[0] ?? drawing)).toContain(words.components.description)
  })

  it('all appear by name in both', () => {
    const names = ['kube-apiserver', 'etcd', 'kube-scheduler', 'kube-controller-manager', 'cloud-controller-manager', 'kubelet', 'kube-proxy']
    for (const drawing of elements(figure, 'svg')) {
      const html = toHtml({ ...drawing, children: drawing.children.filter((child) => child.type !== 'element' || child.tagName !== 'desc') })
      expect([...names, words.components.runtime, words.components.clients].filter((name) => !html.includes(`>${name}<`))).toEqual([])
    }
  })

  it('stay inside their drawing', () => {
    for (const drawing of elements(figure, 'svg')) {
      for (const box of elements(drawing, 'rect')) {
        expect(number(box, 'x') + number(box, 'width')).toBeLessThan(number(drawing, 'width'))
        expect(number(box, 'y') + number(box, 'height')).toBeLessThan(number(drawing, 'height'))
      }
    }
  })
})
