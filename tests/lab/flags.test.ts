import { expect, it } from 'vitest'
import { createColors } from 'picocolors'
import { checkChapter, pageContexts } from '../../src/markdown/index.ts'
import { formatDiagnostic, inReadingOrder, type Diagnostic } from '../../src/report/index.ts'
import { bookFromSource, config as project } from '../markdown/kettle.ts'
import { labConfig } from './support/kettle-lab.ts'

const page = [
  '::::step{id="kettle" title="Heat the kettle"}',
  '```sh run',
  'sudo kettle --degrees=80 \\',
  '  --degree {{GUEST}}',
  'dlv exec kettle --init x -- --degres=1',
  'curl --no-flag-of-the-kettle x # kettle --nor-this',
  '```',
  '::::',
  '',
].join('\n')

it('check refuses a flag that the program does not have, where it stands in a command, and names the nearest', async () => {
  const { book } = await bookFromSource()
  const diagnostics: Diagnostic[] = []
  const config = { ...project, lab: { ...labConfig, walkthrough: 'kettle' } }
  const context = pageContexts({ config, books: new Map([['kettle', book]]), writing: false, report: (found) => diagnostics.push(...found) })('content/docs/lab/kitchen.md')
  if (context === undefined) throw new Error('no context')
  checkChapter(page, context, 'lab/kitchen', () => true)
  const told = inReadingOrder(diagnostics).filter(({ code }) => code === 'flag-not-found')
  expect(told.map((one) => formatDiagnostic(one, createColors(false)).split('\n').filter((line) => !line.includes('to mend')))).toEqual([
    ['content/docs/lab/kitchen.md:4:3 error[flag-not-found] No indexed package declares the flag --degree.', '  expected: a flag that is declared with its name as a string', '  found:    --degree', '  nearest:  --degrees'],
    ['content/docs/lab/kitchen.md:5:29 error[flag-not-found] No indexed package declares the flag --degres.', '  expected: a flag that is declared with its name as a string', '  found:    --degres', '  nearest:  --degrees'],
  ])
})
