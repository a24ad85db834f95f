import { join } from 'node:path'
import fc from 'fast-check'
import type { Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { noteDirective, openAnchors, quoteAttribute, type Anchor } from '../../src/authoring/index.ts'
import { projectRoot } from '../../src/config/index.ts'
import { openIndex, openParser, type Declaration } from '../../src/golang/index.ts'
import { declarationText, type DeclaredCode } from '../../src/walkthrough/declared-code.ts'
import { resolveAnchor } from '../../src/walkthrough/resolve-anchor.ts'
import { coveringNode } from '../../src/walkthrough/structure.ts'
import { treeAt } from '../markdown/kettle.ts'

const place = { file: 'chapter.md', line: 1, column: 1 }

/** The lines that the resolver itself finds for an anchor; a text where it finds none. */
function linesOf(code: DeclaredCode, { text, nth }: Anchor): readonly [number, number] | string {
  const resolved = resolveAnchor(code, { text, nth, place }, 'it')
  return resolved.kind === 'found' ? [resolved.value.range[0], resolved.value.range[2]] : resolved.diagnostics[0].code
}

/** A function with these lines as its body, as the resolver wants it. */
async function functionOf(lines: readonly string[]): Promise<DeclaredCode> {
  const text = `package p\n\nfunc f() {\n${lines.join('\n')}\n}\n`
  const { rootNode } = (await openParser()).parse(text)
  const startOffset = text.indexOf('func')
  const declaration = { file: 'p.go', startLine: 3, endLine: 4 + lines.length, startOffset, endOffset: text.length - 1 } as Declaration
  return { declaration, text, node: coveringNode(rootNode, declaration) }
}

const anchorsOf = (code: DeclaredCode) => openAnchors(declarationText(code), code.declaration.startLine)

async function anchorOf(line: number, ...lines: string[]): Promise<Anchor | undefined> {
  return anchorsOf(await functionOf(lines))(line + 3)
}

describe('the anchor of a line', () => {
  it('is the shortest name that stands nowhere else', async () => {
    expect(await anchorOf(1, '\tcompleted, err := Complete(s)', '\tif err != nil {', '\t\treturn err', '\t}', '\treturn completed')).toEqual({ text: 'Complete', nth: undefined })
  })

  it('takes in as much as it takes to be the only one, with every bracket closed', async () => {
    expect(await anchorOf(2, '\ta.Validate(first)', '\tb.Validate(first)', '\tb.Check(x)')).toEqual({ text: 'b.Validate', nth: undefined })
    expect(await anchorOf(1, '\tload(first, second)', '\tload(second, first)')).toEqual({ text: 'first, second', nth: undefined })
  })

  it('says which one is meant where lines are the same', async () => {
    const lines = ['\tif err != nil {', '\t\treturn err', '\t}', '\tif err != nil {', '\t\treturn err', '\t}']
    expect(await anchorOf(1, ...lines)).toEqual({ text: 'if err != nil', nth: 1 })
    expect(await anchorOf(5, ...lines)).toEqual({ text: 'return err', nth: 2 })
  })

  it('is a comment where there is nothing else, and nothing where there is not even that', async () => {
    expect(await anchorOf(1, '\t// Fill in what is open.', '\tgo1()')).toEqual({ text: '// Fill in what is open.', nth: undefined })
    const lines = ['\tif x {', '\t}', '', '\t`raw', 'inside', '`']
    expect(await Promise.all([2, 3, 5, 99].map((line) => anchorOf(line, ...lines)))).toEqual([undefined, undefined, undefined, undefined])
  })

  it('writes columns of spaces as one', async () => {
    expect(await anchorOf(2, '\ttype x struct {', '\t\tName    string', '\t\tOther   int', '\t\tName2 string', '\t\tq.Name   int}')).toEqual({ text: 'Name string', nth: undefined })
  })

  it('leads the resolver to exactly its line, whatever the code is', async () => {
    const word = fc.constantFrom('s', 'err', 'nil', 'x', 'Complete', 'Validate', 'return', 'if', '"a b"', '&copy', "'x'", '5', '`r`')
    const mark = fc.constantFrom('(', ')', '{', '}', ',', '.', ':=', '!=', '&', '...', ' ', '\t', '  ', ' // end', '/* in */', '<-')
    const line = fc.array(fc.oneof(word, mark), { maxLength: 8 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const code = await functionOf(lines)
        const anchorAt = anchorsOf(code)
        for (let at = 3; at <= code.declaration.endLine; at += 1) {
          const anchor = anchorAt(at)
          if (anchor !== undefined) expect([linesOf(code, anchor), anchor]).toEqual([[at, at], anchor])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is there for every line of the example that has a word on it, and resolves to it', async () => {
    const root = join(projectRoot, 'examples/tiny-apiserver')
    const index = await openIndex(treeAt(root), { packages: ['...'] })
    const parser = await openParser()
    const wrong: unknown[] = []
    let held = 0
    for (const declaration of index.declarations()) {
      if (declaration.owner !== undefined && declaration.kind !== 'method') continue
      const text = index.text(declaration.file)
      const code = { declaration, text, node: coveringNode(parser.parse(text).rootNode, declaration) }
      const anchorAt = anchorsOf(code)
      const lines = declarationText(code).split('\n')
      for (const [i, line] of lines.entries()) {
        const anchor = anchorAt(declaration.startLine + i)
        if (anchor === undefined) {
          // Only inside a raw string may words stand that no anchor can hold: a token is whole.
          if (/\w/.test(line) && !declarationText(code).includes('`')) wrong.push([declaration.symbol, line])
          continue
        }
        held += 1
        const found = linesOf(code, anchor)
        if (String(found) !== String([declaration.startLine + i, declaration.startLine + i])) wrong.push([declaration.symbol, line, anchor, found])
        if (anchor.nth === undefined && anchor.text.length > line.trim().length) wrong.push([declaration.symbol, 'longer than its line', anchor])
      }
    }
    expect(wrong).toEqual([])
    expect(held).toBeGreaterThan(400)
  })
})

describe('a note directive', () => {
  const read = (markdown: string): ContainerDirective | undefined => {
    const tree: Root = unified().use(remarkParse).use(remarkDirective).parse(markdown)
    const [first] = tree.children
    return first?.type === 'containerDirective' ? first : undefined
  }

  it('is written with the marks its code leaves free', () => {
    expect(quoteAttribute('f(x)')).toBe('"f(x)"')
    expect(quoteAttribute('s.Address == ""')).toBe(`'s.Address == ""'`)
    expect(quoteAttribute(`f("it's")`)).toBe('"f(&quot;it\'s&quot;)"')
    expect(noteDirective({ text: 'return err', nth: 2 }, 'Why.')).toBe(':::note{at="return err" nth="2"}\nWhy.\n:::')
  })

  it('is read back as it was meant, whatever the code is', () => {
    const piece = fc.oneof(fc.constantFrom('"', "'", '&', '&amp;', '&copy', '&lt;', '&#x41;', '{', '}', '`', '\\', ':::', '<', ' '), fc.string({ maxLength: 4 }))
    const code = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('').replace(/[\r\n\0]/g, ' '))
    fc.assert(
      fc.property(code, fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }), (text, nth) => {
        const attributes = read(noteDirective({ text, nth }, 'Why.'))?.attributes
        expect(attributes).toEqual({ at: text, ...(nth === undefined ? {} : { nth: String(nth) }) })
      }),
      { numRuns: 300 },
    )
  })
})
