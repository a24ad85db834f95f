import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createColors } from 'picocolors'
import { describe, expect, it, onTestFinished } from 'vitest'
import { formatDiagnostic } from '../../src/report/index.ts'
import { emptyLock, formatLock, type Lock } from '../../src/walkthrough/index.ts'
import { parseLock } from '../../src/walkthrough/read-lock.ts'
import { lockOrigin } from '../markdown/kettle.ts'

const FILE = 'content/locks/kettle.lock.json'
const empty = emptyLock(lockOrigin)
const print = (digit: string): string => digit.repeat(16)

/** A lock with excerpts and notes of these fingerprints, by symbol. */
function lockOf(fingerprints: Record<string, string>): Lock {
  const entries = Object.entries(fingerprints)
  return {
    ...empty,
    topLevel: ['app'],
    excerpts: Object.fromEntries(entries.map(([symbol, digit]) => [symbol, { shown: [[1, 9]], fingerprint: print(digit) }])),
    anchors: Object.fromEntries(entries.map(([symbol, digit]) => [symbol, { 'return nil': { range: [3, 2, 3, 12], unit: [3, 3], fingerprint: print(digit) } }])),
  }
}

/** What git makes of two changes to a lock file. */
function merged(base: Lock, ours: Lock, theirs: Lock, style: string[] = []): { text: string; conflicts: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-merge-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const names = Object.entries({ ours, base, theirs }).map(([name, lock]) => {
    writeFileSync(join(folder, name), formatLock(lock))
    return join(folder, name)
  })
  const { stdout, status } = spawnSync('git', ['merge-file', '-p', ...style, '-L', 'HEAD', '-L', 'base', '-L', 'their-branch', ...names], { encoding: 'utf8' })
  return { text: stdout, conflicts: status !== 0 }
}

describe('a lock file after a merge', () => {
  const base = lockOf({ 'a.A': '1', 'm.M': '2', 'z.Z': '3' })

  it('is whole where two people changed places that lie apart', () => {
    const { text, conflicts } = merged(base, lockOf({ 'a.A': '7', 'm.M': '2', 'z.Z': '3' }), lockOf({ 'a.A': '1', 'm.M': '2', 'z.Z': '8' }))
    expect(conflicts).toBe(false)
    expect(parseLock(text, FILE, empty)).toEqual({ lock: lockOf({ 'a.A': '7', 'm.M': '2', 'z.Z': '8' }), problem: undefined })
  })

  it.each([
    ['as git marks them', []],
    ['with the common ancestor in between', ['--diff3']],
  ])('keeps what one side added or both have, and leaves open what they disagree on: %s', (_, style) => {
    const ours = lockOf({ 'a.A': '7', 'b.Ours': '4', 'm.M': '2', 'z.Z': '3' })
    const theirs = lockOf({ 'a.A': '8', 'b.Theirs': '5', 'm.M': '2', 'z.Z': '3' })
    const { text, conflicts } = merged(base, ours, theirs, style)
    expect(conflicts).toBe(true)
    const { lock, problem } = parseLock(text, FILE, empty)
    expect(lock.excerpts).toEqual(lockOf({ 'b.Ours': '4', 'b.Theirs': '5', 'm.M': '2', 'z.Z': '3' }).excerpts)
    expect(lock.anchors).toEqual({ ...ours.anchors, ...theirs.anchors, 'a.A': {} })
    expect(problem && formatDiagnostic(problem, createColors(false))).toBe(
      [
        `${FILE}:${text.split('\n').findIndex((line) => line.startsWith('<<<<<<<')) + 1} error[lock-conflict] The lock file holds the marks of a merge conflict.`,
        '  expected: one side, or what npm run check -- --accept makes of the two',
        '  found:    two sides that disagree on:',
        '            note in a.A at return nil',
        '            excerpt a.A',
        '  to mend:  Look at what they disagree on; then run: npm run check -- --accept. It keeps the rest as both sides have accepted it.',
      ].join('\n'),
    )
  })

  it('with Windows line ends is read alike', () => {
    const { text } = merged(base, lockOf({ 'a.A': '7', 'm.M': '2', 'z.Z': '3' }), lockOf({ 'a.A': '8', 'm.M': '2', 'z.Z': '3' }))
    expect(parseLock(text.replaceAll('\n', '\r\n'), FILE, empty)).toEqual(parseLock(text, FILE, empty))
  })

  it('of which one side is no lock tells so, and knows nothing', () => {
    const { lock, problem } = parseLock('<<<<<<< HEAD\n{}\n=======\n{\n>>>>>>> theirs\n', FILE, empty)
    expect([lock, problem?.code, problem?.line]).toEqual([empty, 'lock-invalid', 1])
  })
})
