import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printReferences } from '../../src/golang/resolve/index.ts'
import { resolverAt } from './tree.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

/** One folder, one scenario: its Go files, and in `expected.txt` what every identifier of them means. */
for (const scenario of readdirSync(fixtures).sort()) {
  test(`says what every identifier means: ${scenario}`, async () => {
    const root = join(fixtures, scenario)
    const resolver = resolverAt(root)
    const lines: string[] = []
    for (const file of readdirSync(root).sort()) {
      if (file.endsWith('.go')) lines.push(`${file}:`, ...printReferences(await resolver.references(file), false), '')
    }
    expect(resolver.diagnostics).toEqual([])
    await expect(lines.join('\n')).toMatchFileSnapshot(join(root, 'expected.txt'))
  })
}
