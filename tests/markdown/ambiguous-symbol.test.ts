import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createColors } from 'picocolors'
import { expect, it } from 'vitest'
import { checkChapter, pageContexts } from '../../src/markdown/index.ts'
import { formatDiagnostic, inReadingOrder, type Diagnostic } from '../../src/report/index.ts'
import { bookFromSource, config, withTreeCopy } from './kettle.ts'

it('a name that several declarations have is told where it is written, with all of them', async () => {
  await withTreeCopy(async (root) => {
    await mkdir(join(root, 'spare/pots'), { recursive: true })
    await mkdir(join(root, 'pots'), { recursive: true })
    for (const folder of ['pots', 'spare/pots']) await writeFile(join(root, folder, 'pot.go'), 'package pots\n\n// Fill fills it.\nfunc Fill() {}\n')
    await writeFile(join(root, 'app/again.go'), 'package app\n\nfunc Check(o *Options) error { return nil }\n')
    const { book } = await bookFromSource(root)
    const diagnostics: Diagnostic[] = []
    const context = pageContexts({ config, books: new Map([['kettle', book]]), writing: false, report: (found) => diagnostics.push(...found) })('content/docs/kettle/walk.md')
    if (context === undefined) throw new Error('no context')
    checkChapter('First :sym[pots.Fill], and :sym[Fill].\r\n\r\n::::go{symbol="app.Check"}\r\n::::\r\n', context, 'kettle/walk', () => true)
    const told = inReadingOrder(diagnostics).map((diagnostic) => formatDiagnostic(diagnostic, createColors(false)))
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "content/docs/kettle/walk.md:1:7 error[symbol-ambiguous] More than one declaration is called pots.Fill.
        expected: the name of one declaration
        found:    pots.Fill
        nearest:  example.org/kettle/pots.Fill
                  example.org/kettle/spare/pots.Fill
        to mend:  Write the full symbol, or add an alias for its package in walkthrough.config.ts.
      content/docs/kettle/walk.md:1:28 error[symbol-ambiguous] More than one declaration is called Fill.
        expected: the name of one declaration
        found:    Fill
        nearest:  example.org/kettle/pots.Fill
                  example.org/kettle/spare/pots.Fill
        to mend:  Write the full symbol, or add an alias for its package in walkthrough.config.ts.
      content/docs/kettle/walk.md:3:1 error[symbol-ambiguous] More than one declaration is called app.Check.
        expected: the name of one declaration
        found:    app.Check
        nearest:  example.org/kettle/app.Check (app/again.go:3)
                  example.org/kettle/app.Check (app/command.go:46)
        to mend:  Write the full symbol, or add an alias for its package in walkthrough.config.ts."
    `)
  })
})
