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

it.each([
  ['the entry file', 'pagefind-entry.json', 0],
  ['a script', 'pagefind.js', 8192],
  ['a part of the index', 'index/en_1.pf_index', 4096],
])('makes the index anew where %s was cut off', async (_what, name, length) => {
  const whole = '{"version":"1","languages":{}}'
  for (const folder of ['pagefind/index', 'pagefind/fragment']) await mkdir(join(site, folder), { recursive: true })
  await writeFile(join(site, 'pagefind/pagefind-entry.json'), whole)
  await writeFile(join(site, 'pagefind', name), 'x'.repeat(length))
  const made: string[] = []
  await settleSearchIndex(site, async (folder) => {
    made.push(folder)
    await writeFile(join(site, 'pagefind/pagefind-entry.json'), whole)
  })
  expect(made).toEqual([site])
})

it('leaves whole files as they are', async () => {
  await mkdir(join(site, 'pagefind'))
  await writeFile(join(site, 'pagefind/pagefind-entry.json'), '{"version":"1","languages":{}}')
  await settleSearchIndex(site, () => Promise.reject(new Error('not asked for')))
})

it('makes an index of the built pages, each language its own, and all files whole', async () => {
  for (const [file, lang, text] of [['index.html', 'en', 'A kettle boils.'], ['zh-cn/index.html', 'zh-CN', '水壶烧开了。']] as const) {
    await mkdir(join(site, file, '..'), { recursive: true })
    await writeFile(join(site, file), `<!doctype html><html lang="${lang}"><body><main data-pagefind-body><h1>${text}</h1></main></body></html>`)
  }
  await mkdir(join(site, 'pagefind'))
  await writeFile(join(site, 'pagefind/pagefind-entry.json'), '')
  await settleSearchIndex(site)
  const entry = JSON.parse(await readFile(join(site, 'pagefind/pagefind-entry.json'), 'utf8')) as { languages: Record<string, { page_count: number }> }
  expect(Object.entries(entry.languages).map(([language, { page_count }]) => [language, page_count])).toEqual([['en', 1], ['zh-cn', 1]])
  expect((await readFile(join(site, 'pagefind/pagefind.js'), 'utf8')).trimEnd()).toMatch(/[;}]$/)
})
