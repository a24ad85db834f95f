import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFileFacts, type ReadMode } from '../../src/golang/read-file-facts.ts'
import { parsersHere } from './parsers-here.ts'

const fixtures = new URL('./fixtures/', import.meta.url)

/** Each folder holds Go as `input.go` and what is to be read of it as `expected.json`, a line for each declaration. */
describe.each(await parsersHere())('declarations, $backend parser', (parser) => {
  for (const name of readdirSync(fixtures)) {
    const text = readFileSync(new URL(`${name}/input.go`, fixtures), 'utf8')

    it(`${name}: reads what is expected`, async () => {
      const { declarations, ...file } = readFileFacts(parser, text, 'whole')
      const lines = [file, ...declarations.map(({ startOffset, endOffset, ...shown }) => ({ ...shown, text: edges(text, startOffset, endOffset) }))]
      await expect(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`).toMatchFileSnapshot(`fixtures/${name}/expected.json`)
    })

    it(`${name}: reads the same without function bodies`, () => {
      expect(readFileFacts(parser, text, 'declarations')).toEqual(readFileFacts(parser, text, 'whole'))
    })

    it.each<ReadMode>(['whole', 'declarations'])(`${name}: reads the same with Windows line ends, mode %s`, (mode) => {
      const shown = (of: string) =>
        readFileFacts(parser, of, mode).declarations.map((declaration) => ({ ...declaration, startOffset: 0, endOffset: 0 }))
      expect(shown(text.replaceAll('\n', '\r\n'))).toEqual(shown(text))
    })
  }
})

/** First and last few characters of a declaration's text: shows at a glance where it begins and ends. */
function edges(text: string, start: number, end: number): string {
  const whole = text.slice(start, end)
  return whole.length <= 24 ? whole : `${whole.slice(0, 12)} … ${whole.slice(-8)}`
}
