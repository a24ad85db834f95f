import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/report/index.ts'
import { emptyLock, formatLock, lockSchema, type Book, type ExcerptRequest, type Lock } from '../../src/walkthrough/index.ts'
import { parseLock } from '../../src/walkthrough/read-lock.ts'
import { bookFromLock, bookFromSource, lockOrigin, withTreeCopy } from '../markdown/kettle.ts'

const place = { file: 'content/docs/kettle/walk.md', line: 1, column: 1 }

const request: ExcerptRequest = {
  symbol: 'app.NewCommand',
  part: { kind: 'keys', keys: ['RunE'] },
  id: undefined,
  notes: [
    { text: 'Boil(o)', nth: undefined, place },
    { text: 'o := &Options{Degrees: 100}', nth: undefined, place },
  ],
  place,
}

/** Asks a book everything a chapter would. */
function ask(book: Book) {
  const excerpt = book.excerpt(request, new Set())
  if (excerpt.kind === 'failed') throw new Error(excerpt.diagnostics[0].message)
  const diagnostics: Diagnostic[] = [...excerpt.diagnostics]
  const inline = [book.symbol('app.Check', place), book.flag('degrees', place), book.file('app/command.go', place)]
  const path = book.path('en', (chapter) => `../${chapter}/`)
  return { ...excerpt.value, inline, path, diagnostics }
}

async function recordedLock(): Promise<Lock> {
  const { book, recorded } = await bookFromSource()
  ask(book)
  return recorded
}

describe('an excerpt', async () => {
  const { book } = await bookFromSource()
  const { view, order } = ask(book)

  it('has true lines, folds the rest, and shows the line of every note', () => {
    expect(view.segments).toMatchInlineSnapshot(`
      [
        {
          "endLine": 24,
          "kind": "shown",
          "startLine": 23,
        },
        {
          "endLine": 26,
          "kind": "elided",
          "startLine": 25,
        },
        {
          "endLine": 37,
          "kind": "shown",
          "startLine": 27,
        },
      ]
    `)
    expect([view.file, view.startLine, view.endLine]).toMatchInlineSnapshot(`
      [
        "app/command.go",
        23,
        37,
      ]
    `)
  })

  it('numbers its notes in the order of the code, whatever order they were written in', () => {
    expect(order).toEqual([1, 0])
    expect(view.notes.map(({ number, range }) => [number, range?.startLine])).toMatchInlineSnapshot(`
      [
        [
          1,
          24,
        ],
        [
          2,
          31,
        ],
      ]
    `)
  })

  it('links the exact lines at the pinned commit', () => {
    expect(view.url).toBe(`https://code.example/kettle/${'c'.repeat(40)}/app/command.go#L${view.startLine}-L${view.endLine}`)
  })
})

describe('the lock file', () => {
  it('gives back everything but the code', async () => {
    const lock = await recordedLock()
    const reread = parseLock(formatLock(lock), 'lock', emptyLock(lockOrigin)).lock
    expect(reread).toEqual(lockSchema.parse(lock))
    const { book } = await bookFromSource(undefined, lock)
    const fromSource = ask(book)
    const fromLock = ask(bookFromLock(reread))
    expect(fromLock.view).toEqual({ ...fromSource.view, code: undefined })
    expect(fromLock.inline).toEqual(fromSource.inline)
    expect(fromSource.diagnostics).toEqual([])
    expect(fromLock.diagnostics).toEqual([])
    const stops = fromSource.path.kind === 'found' ? fromSource.path.value : []
    expect(fromLock.path).toMatchObject({ kind: 'found', value: stops.map((stop) => ({ ...stop, code: undefined })) })
  })

  it('holds no line of code beyond the pieces that authors wrote themselves', async () => {
    const text = formatLock(await recordedLock())
    const source = await readFile(join(import.meta.dirname, '../markdown/tree/app/command.go'), 'utf8')
    const written = request.notes.map((note) => note.text)
    const copied = source
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length > 12 && text.includes(line) && !written.some((piece) => piece.includes(line)))
    expect(copied).toEqual([])
  })

  it('is the same text however often it is written', async () => {
    expect(formatLock(await recordedLock())).toBe(formatLock(await recordedLock()))
  })

  it.each([
    ['a merge conflict that is cut short', '{\n<<<<<<< ours\n', 2],
    ['no JSON', '{"format": 1,', 1],
    ['another shape', '{"format": 2}', 1],
  ])('tells of %s with a remedy, and knows nothing', (_, text, line) => {
    const { lock, problem } = parseLock(text, 'content/locks/kettle.lock.json', emptyLock(lockOrigin))
    expect(lock).toEqual(emptyLock(lockOrigin))
    expect(problem).toMatchObject({ code: 'lock-invalid', file: 'content/locks/kettle.lock.json', line, fix: expect.stringContaining('--accept') as string })
  })
})

describe('when the code changes', () => {
  const change = async (edit: (text: string) => string) => {
    const lock = await recordedLock()
    return withTreeCopy(async (root) => {
      const file = join(root, 'app/command.go')
      const before = await readFile(file, 'utf8')
      const after = edit(before)
      expect(after).not.toBe(before)
      await writeFile(file, after)
      const { book } = await bookFromSource(root, lock)
      return ask(book)
    })
  }

  it('does not ask for anyone when code only moved or was laid out anew', async () => {
    const moved = await change((text) =>
      text.replace('// NewCommand makes', '// One\n// line\n// more.\n\n// NewCommand makes').replace('if err := Boil(o); err != nil {', 'if err := Boil(\n\t\t\t\to,\n\t\t\t); err != nil {'),
    )
    expect(moved.diagnostics).toEqual([])
    expect(moved.view.notes.map(({ changed }) => changed)).toEqual([false, false])
  })

  it('asks for the author when the statement around a note changed, and only there', async () => {
    const changed = await change((text) => text.replace('o := &Options{Degrees: 100}', 'o := &Options{Degrees: 100} ; o.Lid = true').replace('if err := Boil(o); err != nil {', 'if err := Boil(o); err != nil && o.Lid {'))
    expect(changed.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning code-changed', 'warning code-changed'])
    expect(changed.view.notes.map(({ changed: isChanged }) => isChanged)).toEqual([false, true])
  })

  it('loses one note, not the excerpt, when its code is gone', async () => {
    const gone = await change((text) => text.replace('Boil(o);', 'Simmer(o);'))
    expect(gone.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain('anchor-not-found')
    expect(gone.view.notes.map(({ range }) => range === undefined)).toEqual([false, true])
  })

  it('reports a hop that is no call any more', async () => {
    const gone = await change((text) => text.replace('Boil(o);', 'error(nil);'))
    expect(gone.path.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error hop-not-a-call'])
  })

  it('asks for the author when a hop became one of another kind', async () => {
    const helper = await change((text) => `${text.replace('Boil(o);', 'simmer(o);')}\nfunc simmer(o *Options) error { return Boil(o) }\n`)
    expect(helper.path.diagnostics).toMatchObject([
      { code: 'hop-changed', severity: 'warning', expected: 'a proven call, through RunE', found: expect.stringContaining('inside example.org/kettle/app.simmer') },
    ])
    const value = await change((text) => text.replace('Boil(o);', 'later(Boil);').concat('\nfunc later(f func(*Options) error) error { return nil }\n'))
    expect(value.path.diagnostics).toMatchObject([{ code: 'hop-changed', found: expect.stringMatching(/^handed over as a value, through later/) }])
  })

  it('says that nothing proves a call through an interface, until somebody has looked', async () => {
    const edited = (text: string): string =>
      text.replace('Boil(o);', 'error(nil);').replace('return nil\n\t\t},', 'o.kettle.Flags(nil)\n\t\t\treturn nil\n\t\t},').replace('Lid     bool', 'Lid     bool\n\tkettle  interface{ Flags(*flag.FlagSet) }')
    const further = { symbol: 'app.Options.Flags', calledBy: 'app.NewCommand', chapter: 'walk', summary: { en: 'Binds.' } }
    const doubts = await withTreeCopy(async (root) => {
      const file = join(root, 'app/command.go')
      await writeFile(file, edited(await readFile(file, 'utf8')))
      const first = await bookFromSource(root, undefined, [further])
      const before = ask(first.book).path.diagnostics
      const second = await bookFromSource(root, first.recorded, [further])
      return [before, ask(second.book).path.diagnostics].map((list) => list.map(({ code }) => code).filter((code) => code.startsWith('hop-not-proven')))
    })
    expect(doubts).toEqual([['hop-not-proven'], []])
  })
})
