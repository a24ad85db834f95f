import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openKeptPages } from '../../scripts/site/kept-pages.ts'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'waymark-kept-'))
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

const page = (body: string) => ({ body, cards: [[{ signature: 'func F()', package: 'p', doc: '', file: 'f.go', line: 1 }]] })

/** Asks for pages made from each of these, and keeps them. Gives what had to be made. */
async function build(things: readonly string[], by = 'program 1'): Promise<string[]> {
  const kept = await openKeptPages(cache, 'tree', by)
  const made: string[] = []
  for (const thing of things) {
    const got = kept.keep({ thing }, () => {
      made.push(thing)
      return page(thing)
    })
    expect(got).toEqual(page(thing))
  }
  expect(kept.made).toBe(made.length)
  await kept.save()
  return made
}

it('makes a page once, and again when what it is made from or by has changed', async () => {
  expect(await build(['a', 'b'])).toEqual(['a', 'b'])
  expect(await build(['b', 'a'])).toEqual([])
  expect(await build(['a', 'c'])).toEqual(['c'])
  expect(await build(['a', 'c'], 'program 2')).toEqual(['a', 'c'])
})

it('lets go of what no page needs any more', async () => {
  await build(['a', 'b'])
  await build(['a'])
  expect(await build(['a', 'b'])).toEqual(['b'])
})

it('takes a torn file for nothing, and does without a folder that cannot be written', async () => {
  await build(['a'])
  for (const file of readdirSync(join(cache, 'pages'))) writeFileSync(join(cache, 'pages', file), '[["key", {"bo')
  expect(await build(['a'])).toEqual(['a'])
  rmSync(cache, { recursive: true })
  writeFileSync(cache, 'no folder')
  expect(await build(['a'])).toEqual(['a'])
})
