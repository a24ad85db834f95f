import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { codeTour } from '../../src/export/index.ts'
import { bookFromLock, bookFromSource } from '../markdown/kettle.ts'
import { plain } from './plain.ts'

const position = z.strictObject({ line: z.int().min(1), character: z.int().min(1) })

/** What CodeTour's published schema allows of what is used here (microsoft/codetour, schema.json); `pattern` as its README says. */
const schema = z.strictObject({
  $schema: z.url(),
  title: z.string(),
  description: z.string().optional(),
  ref: z.string().optional(),
  isPrimary: z.boolean().optional(),
  nextTour: z.string().optional(),
  steps: z.array(
    z.strictObject({
      title: z.string().optional(),
      description: z.string().min(1),
      file: z.string().optional(),
      line: z.int().min(1).optional(),
      pattern: z.string().optional(),
      selection: z.strictObject({ start: position, end: position }).optional(),
    }),
  ),
})

const surroundings = { ref: 'c'.repeat(40), folder: '', isPrimary: true, nextTour: 'Pouring' }

describe('a chapter as a CodeTour', async () => {
  const { book, recorded } = await bookFromSource()
  const tour = codeTour(plain(book).chapter, surroundings)

  it('is what the schema allows, for the pinned commit', () => {
    expect(schema.parse(tour)).toMatchObject({ title: 'Boiling', ref: 'c'.repeat(40), isPrimary: true, nextTour: 'Pouring' })
  })

  it('begins with a page of text, stops at the excerpt and at each note, and ends with the rest', () => {
    expect(tour.steps.map(({ title, line }) => [title, line !== undefined])).toEqual([
      ['Boiling', false],
      ['app.Check', true],
      ['app.Check · 1', true],
      ['app.Check · 2', true],
      ['Boiling', false],
    ])
    expect(tour.steps.at(-1)?.description).toContain('## The way')
  })

  it('has patterns that find, in the file, the line the step names', async () => {
    const stops = tour.steps.filter(({ pattern }) => pattern !== undefined)
    expect(stops.length).toBeGreaterThan(1)
    for (const { file = '', line, pattern = '' } of stops) {
      const text = await readFile(join(import.meta.dirname, '../markdown/tree', file), 'utf8')
      const at = new RegExp(pattern, 'm').exec(text)
      expect(text.slice(0, (at?.index ?? 0) + 1).split('\n').length).toBeLessThanOrEqual(line ?? 0)
      expect(at?.[0].trim()).toBe(text.split('\n')[(line ?? 0) - 1]?.trim())
    }
  })

  it('selects the code that a note is bound to', async () => {
    const { file = '', selection } = tour.steps[2] ?? {}
    const lines = (await readFile(join(import.meta.dirname, '../markdown/tree', file), 'utf8')).split('\n')
    expect(lines[(selection?.start.line ?? 0) - 1]?.slice((selection?.start.character ?? 0) - 1, (selection?.end.character ?? 0) - 1)).toBe('o.Degrees > 100')
  })

  it('starts from the folder that holds the tree in the clone', () => {
    expect(codeTour(plain(book).chapter, { ...surroundings, folder: 'examples/kettle/' }).steps[1]?.file).toBe('examples/kettle/app/command.go')
  })

  it('has the lines, and no patterns, where the code is not at hand', () => {
    const without = codeTour(plain(bookFromLock(recorded)).chapter, surroundings)
    expect(without.steps.map(({ line }) => line)).toEqual(tour.steps.map(({ line }) => line))
    expect(without.steps.some(({ pattern }) => pattern !== undefined)).toBe(false)
  })
})
