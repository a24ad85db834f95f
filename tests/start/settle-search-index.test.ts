import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { settleSearchIndex } from '../../scripts/site/settle-search-index.ts'

let site = ''

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'waymark-search-'))
})

afterEach(async () => {
  await rm(site, { recursive: true, force: true })
})

it('writes the same entry file in whatever order the languages were finished', async () => {
  const languages = { en: { hash: 'en_1' }, 'zh-cn': { hash: 'zh-cn_2' } }
  const texts: string[] = []
  for (const order of [languages, { 'zh-cn': languages['zh-cn'], en: languages.en }]) {
    await mkdir(join(site, 'pagefind'), { recursive: true })
    await writeFile(join(site, 'pagefind/pagefind-entry.json'), JSON.stringify({ version: '1', languages: order, include_characters: ['_'] }))
    await settleSearchIndex(site)
    texts.push(await readFile(join(site, 'pagefind/pagefind-entry.json'), 'utf8'))
  }
  expect(texts[0]).toBe(texts[1])
  expect(JSON.parse(texts[0] ?? '')).toEqual({ version: '1', languages, include_characters: ['_'] })
})

it('leaves a site without search alone', async () => {
  await expect(settleSearchIndex(site)).resolves.toBeUndefined()
})
