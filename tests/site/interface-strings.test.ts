import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { interfaceStringKeys } from '../../src/site/content/interface-strings.ts'
import { fill } from '../../src/site/data/fill.ts'

const folder = new URL('../../content/i18n/', import.meta.url)
const languages = readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>] as const)
const sources = readdirSync(new URL('../../src/site/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(astro|ts)$/.test(file) && !file.endsWith('interface-strings.ts'))
  .map((file) => readFileSync(new URL(`../../src/site/${file.replaceAll('\\', '/')}`, import.meta.url), 'utf8'))
  .join('\n')

const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()

describe.each(languages)('%s', (_file, strings) => {
  it('has each of our strings, and no other', () => {
    expect(Object.keys(strings).filter((key) => key.startsWith('wm.')).sort()).toEqual([...interfaceStringKeys].sort())
  })

  it('has the same holes as the others', () => {
    const english = languages.find(([file]) => file === 'en.json')?.[1] ?? {}
    expect(interfaceStringKeys.filter((key) => String(holes(strings[key] ?? '')) !== String(holes(english[key] ?? '')))).toEqual([])
  })

  it('says what code blocks and headings say', () => {
    const needed = ['heading.anchorLabel', 'expressiveCode.copyButtonTooltip', 'expressiveCode.copyButtonCopied', 'expressiveCode.terminalWindowFallbackTitle']
    expect(needed.filter((key) => !strings[key])).toEqual([])
  })
})

/** A string is named whole, or its last part is, where a script puts it together: `wm.etcd.${key}`. */
function isUsed(key: string): boolean {
  const dot = key.lastIndexOf('.')
  const joined = `\`${key.slice(0, dot)}.\${`
  return sources.includes(`'${key}'`) || (sources.includes(joined) && new RegExp(`['"]${key.slice(dot + 1)}['"]`).test(sources))
}

it('uses every string it has', () => {
  expect(interfaceStringKeys.filter((key) => !isUsed(key))).toEqual([])
})

it('leaves a hole nobody fills visible', () => {
  expect(fill('{{a}} of {{b}}', { a: 1 })).toBe('1 of {{b}}')
})
