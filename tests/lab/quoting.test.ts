import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotePath, quoteShell } from '../../src/lab/parameters/index.ts'
import { need } from './support/kettle-bench.ts'

/** Any text an argument can hold, with what shells act on more often than chance would have it. */
const piece = fc.oneof(
  fc.constantFrom("'", '"', '$', '`', '\\', '\n', ' ', '-', '--', '~', '!', '!!', '=', '=ls', '#', '*', '?', '[a]', '{a,b}', '&', ';', '|', '<', '>', '(', ')', '%', '^', '\t', '\r', '$HOME', '$(id)', '\\n', 'é', '中文', '🫖', ':~'),
  fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !text.includes('\0')),
)
const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
const shells = ['bash', 'dash', 'zsh'] as const
const env = { PATH: process.env['PATH'], HOME: '/a home/of $mine', LC_ALL: 'C.UTF-8' }

/** The arguments as a shell hands them on, one run for many. */
function argumentsOf(shell: string, words: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync(shell, ['-s'], { input: `printf '%s\\0' ${words.join(' \\\n')}\n`, env })
  expect([status, String(stderr)]).toEqual([0, ''])
  return String(stdout).split('\0').slice(0, -1)
}

describe.each(shells)('%s', (shell) => {
  it('gets every value unchanged, as one argument', (context) => {
    need(shell, context.skip)
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 60 }), (values) => {
        expect(argumentsOf(shell, values.map(quoteShell))).toEqual(values)
      }),
      { numRuns: 40 },
    )
  })

  it('gets it unchanged where more text stands around it', (context) => {
    need(shell, context.skip)
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 40 }), (values) => {
        expect(argumentsOf(shell, values.map((one) => `--flag=${quoteShell(one)}/end`))).toEqual(values.map((one) => `--flag=${one}/end`))
      }),
      { numRuns: 25 },
    )
  })

  it('puts paths below the home folder there, and no others', (context) => {
    need(shell, context.skip)
    const below = ['lab', 'my lab', "it's", '$x', 'é']
    expect(argumentsOf(shell, below.map((name) => `--dir=${quotePath(`$HOME/${name}`)}/etcd`))).toEqual(below.map((name) => `--dir=${env.HOME}/${name}/etcd`))
    expect(argumentsOf(shell, [quotePath('~/lab'), quotePath('/tmp/$HOME/x')])).toEqual([`${env.HOME}/lab`, '/tmp/$HOME/x'])
  })
})
