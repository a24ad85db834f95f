import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createColors } from 'picocolors'
import { expect, it } from 'vitest'
import { readPage } from '../../src/lab/index.ts'
import { checkSteps } from '../../src/lab/read/check-steps.ts'
import { compareLanguages } from '../../src/lab/read/compare-languages.ts'
import { formatDiagnostic, inReadingOrder } from '../../src/report/index.ts'
import { labConfig } from './support/kettle-lab.ts'

const folder = join(import.meta.dirname, 'problems')

it('tells an author what is wrong with a chapter', async () => {
  const { steps, diagnostics } = readPage(await readFile(join(folder, 'chapter.md'), 'utf8'), labConfig, 'content/docs/lab/chapter.md', 'chapter')
  const told = inReadingOrder([...diagnostics, ...checkSteps(steps, labConfig)])
  await expect(told.map((one) => `${formatDiagnostic(one, createColors(false))}\n`).join('')).toMatchFileSnapshot(join(folder, 'expected.txt'))
})

it('tells a translator where commands differ', () => {
  const page = (command: string, more = '') => readPage(`::::step{id="a"}\n\`\`\`sh run\n${command}\n\`\`\`\n::::\n${more}`, labConfig, 'x.md', 'x').steps
  expect(compareLanguages(page('echo {{GUEST}}'), page('echo {{GUEST}}'))).toEqual([])
  expect(compareLanguages(page('echo a'), page('echo b'))).toMatchObject([{ code: 'step-differs', line: 2, expected: 'sh run\necho a', found: 'sh run\necho b' }])
  expect(compareLanguages(page('echo a'), page('echo a', '::::step{id="b"}\n::::'))).toMatchObject([{ code: 'step-differs', message: 'Only the translation has the step "b".' }])
})
