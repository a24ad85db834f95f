import { describe, expect, it } from 'vitest'
import { projectFiles, readProjectFile } from '../architecture/project-files.ts'

/** The table's rows: the Chinese words of a term, and those that are not to be used for it. */
const rows = readProjectFile('content/GLOSSARY.md')
  .split('\n')
  .filter((line) => /^\|(?! English| ---)/.test(line))
  .map((line) => line.split('|').slice(1, 4).map((cell) => cell.trim()))
  .map(([english = '', chinese = '', not = '']) => ({ english, words: chinese.split(/[；、，（]|“|”/).filter((word) => /^[\p{Script=Han}a-z]+$/u.test(word)), not: not.split('、').filter((word) => word !== '') }))

const pages = projectFiles(/^content\/(docs\/zh-cn\/.*\.md|i18n\/zh-CN\.json)$/).map((file) => ({ file, text: readProjectFile(file) }))

describe('the glossary', () => {
  it('has a row for each term, in alphabetical order, once', () => {
    const terms = rows.map(({ english }) => english.toLowerCase())
    expect(terms.length).toBeGreaterThan(50)
    expect(terms).toEqual([...new Set(terms)])
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')))
  })

  it('gives words that the Chinese pages use', () => {
    const all = pages.map(({ text }) => text).join('\n')
    expect(rows.filter(({ words }) => words.length === 0 || !words.some((word) => all.includes(word)))).toEqual([])
  })

  it('and the Chinese pages use no other word for the same', () => {
    const used = pages.flatMap(({ file, text }) => rows.flatMap(({ not }) => not.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`)))
    expect(used).toEqual([])
  })
})
