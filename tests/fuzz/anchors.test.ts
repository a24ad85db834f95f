import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openIndex, resolveSymbol } from '../../src/golang/index.ts'
import { openResolver } from '../../src/golang/resolve/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import { findFragment } from '../../src/walkthrough/find-fragment.ts'
import type { FragmentRequest, PartRequest } from '../../src/walkthrough/index.ts'
import { tokenize } from '../../src/walkthrough/tokenize.ts'
import { bookFromSource, treeAt, withTreeCopy } from '../markdown/kettle.ts'
import { goFile, mutated } from './arbitraries.ts'
import { fuzzRuns } from './fuzz-runs.ts'

const place = { file: 'content/docs/kettle/walk.md', line: 7, column: 3 }
const code = fc.oneof(mutated([goFile]), mutated(['return nil', 'if err := Boil(o); err != nil {', 'o.Degrees > 100', 'fs.IntVar(&o.Degrees, "degrees", 1, `x`)']), fc.string({ unit: 'binary', maxLength: 60 }))
const piece = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 80 })).map(([at, length]) => goFile.slice(at % goFile.length, (at % goFile.length) + length))
const fragment = fc.oneof(piece, code)
const nth = fc.option(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, -1, 1e9, Number.NaN, 1.5)), { nil: undefined })
const symbol = fc.oneof(fc.constantFrom('app.Check', 'app.NewCommand', 'app.Options', 'app.Options.Flags', 'app.Command.RunE', 'main.main', 'Check'), fc.constantFrom('', '.', '..', 'app.', '.Check', 'a/b', '/', 'app.Check.', '__proto__.x', 'constructor.toString', 'app.__proto__'), fc.string({ unit: 'binary', maxLength: 20 }))
const request = fc.record({ text: fragment, nth }).map(({ text, nth }): FragmentRequest => ({ text, nth, place }))
const part: fc.Arbitrary<PartRequest> = fc.oneof(
  fc.constant<PartRequest>({ kind: 'whole' }),
  fc.constant<PartRequest>({ kind: 'signature' }),
  fc.array(fc.oneof(fc.constantFrom('RunE', 'Use', ''), fc.string()), { maxLength: 3 }).map((keys): PartRequest => ({ kind: 'keys', keys })),
  fc.tuple(request, fc.option(request, { nil: undefined })).map(([from, to]): PartRequest => ({ kind: 'run', from, to })),
)

function expectTold(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    expect(diagnostic).toMatchObject({ file: place.file, line: place.line, column: place.column })
    expect(diagnostic.fix).toMatch(/\S/)
  }
}

describe('pieces of code', () => {
  it('are cut into tokens that stand where they say, in order', () => {
    fc.assert(
      fc.property(code, fc.boolean(), (text, comments) => {
        let at = 0
        for (const token of tokenize(text, { comments })) {
          expect(token.startOffset).toBeGreaterThanOrEqual(at)
          expect(token.endOffset).toBeGreaterThan(token.startOffset)
          if (!/^\/[/*]/.test(token.text)) expect(text.slice(token.startOffset, token.endOffset)).toBe(token.text)
          at = token.endOffset
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      fuzzRuns('tokens', 500),
    )
  })

  it('are found where they were taken from, however they are laid out', () => {
    const tokens = tokenize(goFile)
    fc.assert(
      fc.property(fc.nat(tokens.length - 1), fc.integer({ min: 1, max: 12 }), fc.constantFrom(' ', '\n\t', ' /* why */ '), (first, count, between) => {
        const taken = tokens.slice(first, first + count)
        // A comma before a closing bracket is layout, so one at an end may not be part of what is found.
        const solid = taken.filter(({ text }) => text !== ',')
        const [from, to] = [solid.at(0), solid.at(-1)]
        if (from === undefined || to === undefined || taken[0] !== from) return
        const matches = findFragment(goFile, taken.map(({ text }) => text).join(between))
        if (between.includes('/*') && taken.length > 1) expect(matches).toEqual([])
        else expect(matches.some(({ startOffset, endOffset }) => startOffset <= from.startOffset && endOffset >= to.endOffset)).toBe(true)
      }),
      fuzzRuns('layout', 400),
    )
  })
})

describe('an excerpt', async () => {
  const { book } = await bookFromSource()

  it('of any symbol, part and notes is there, or its author is told why not', () => {
    fc.assert(
      fc.property(symbol, part, fc.array(request, { maxLength: 4 }), (symbol, part, notes) => {
        const excerpt = book.excerpt({ symbol, part, notes, id: undefined, place }, new Set())
        expectTold(excerpt.diagnostics)
        if (excerpt.kind === 'failed') {
          expect(excerpt.diagnostics.length).toBeGreaterThan(0)
          return
        }
        const { view } = excerpt.value
        expect(view.notes).toHaveLength(notes.length)
        let line = view.startLine
        for (const segment of view.segments) {
          expect(segment.startLine).toBe(line)
          line = segment.endLine + 1
        }
        expect(line).toBe(view.endLine + 1)
        for (const { range } of view.notes) if (range !== undefined) expect([range.startLine >= view.startLine, range.endLine <= view.endLine]).toEqual([true, true])
      }),
      fuzzRuns('excerpts', 300),
    )
  })

  it('names, flags and files of any kind are resolved or refused', () => {
    fc.assert(
      fc.property(fc.oneof(symbol, fragment), (text) => {
        for (const resolved of [book.symbol(text, place), book.flag(text, place), book.file(text, place)]) {
          expectTold(resolved.diagnostics)
          expect(resolved.kind === 'found' || resolved.diagnostics.length > 0).toBe(true)
        }
      }),
      fuzzRuns('names', 150),
    )
  })
})

describe('a tree with files gone wrong', () => {
  it('is read, and every identifier of it is resolved as far as it goes', async () => {
    await withTreeCopy(async (root) => {
      await fc.assert(
        fc.asyncProperty(mutated([goFile]), async (text) => {
          await writeFile(join(root, 'app/command.go'), text)
          const index = await openIndex(treeAt(root), { packages: ['...'] })
          for (const declaration of index.declarations()) {
            expect(declaration.startLine).toBeGreaterThan(0)
            expect(declaration.endOffset).toBeLessThanOrEqual(index.text(declaration.file).length)
            expect(resolveSymbol(index, {}, declaration.symbol).kind).not.toBe('missing')
          }
          const lines = text.split('\n')
          for (const { line, column, endColumn, name } of await openResolver(index).references('app/command.go')) {
            expect((lines[line - 1] ?? '').slice(column - 1, endColumn - 1)).toBe(name)
          }
          const { book } = await bookFromSource(root)
          expectTold(book.excerpt({ symbol: 'app.NewCommand', part: { kind: 'whole' }, notes: [{ text: 'return nil', nth: 1, place }], id: undefined, place }, new Set()).diagnostics)
        }),
        fuzzRuns('sources', 30),
      )
    })
  })
})
