import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { diskTree, moduleLayout, openParser } from '../../src/golang/index.ts'
import { diskReader } from '../../src/options/disk-reader.ts'
import { evaluateOptions } from '../../src/options/evaluate-options.ts'
import type { OptionsOutcome } from '../../src/options/index.ts'
import { judgeChecks } from '../../src/site/options/try/judge-checks.ts'
import { stateAfterFlags } from '../../src/site/options/try/option-state.ts'
import { tryData } from '../../src/site/options/try/try-data.ts'

const tree = fileURLToPath(new URL('judged', import.meta.url))
let outcome: OptionsOutcome

beforeAll(async () => {
  const source = { layout: moduleLayout(diskTree(tree)), reader: diskReader(tree), parser: await openParser() }
  outcome = evaluateOptions(source, { constructor: 'judged.New', validate: 'judged.Options.Judge' }, { judged: 'example.org/judged/judged' })
})

describe('the test of a check', () => {
  it('names fields by their paths, has values in place of what is fixed, and counts every way past the check', () => {
    expect(Object.fromEntries(outcome.checks.map(({ message, test }) => [message, test]))).toEqual({
      'too hasty': '(s.Wait < 1000000000)',
      '%q is no pair': 'for _, _pair := range s.Pairs && (len((strings.Split(_pair, "="))) != 2)',
      '%q has no key': 'for _, _pair := range s.Pairs && (!(len((strings.Split(_pair, "="))) != 2)) && ((strings.Split(_pair, "="))[0] == "")',
      'only plain': '(!(!(s.Log != nil && s.Log.Path != ""))) && (s.Log.Format != "plain")',
      'whose log is it': '(!(!(s.Log != nil && s.Log.Path != ""))) && (!(s.Log.Format != "plain")) && (s.Name == "")',
      // The list is gone through, and left early: only the program says where that ends.
      'no such kind': '(_left)',
      // What is set twice stands for nothing that is known.
      'never said': '(_used == "")',
      'too short': '(((s.Name) == ("a") || (s.Name) == ("b")))',
      'too mighty': '(!((s.Name) == ("a") || (s.Name) == ("b")) && ((s.Name) == ("root")))',
      'no flag, please': '(!((s.Name) == ("a") || (s.Name) == ("b")) && !((s.Name) == ("root"))) && (strings.HasPrefix(s.Name, "-"))',
    })
  })

  it.each([
    ['the defaults', {}, [], ['no such kind', 'never said']],
    ['little patience', { 's.Wait': 5 }, ['too hasty'], ['no such kind', 'never said']],
    ['pairs of all kinds', { 's.Pairs': ['a=b', 'c', '=d'] }, ['%q is no pair', '%q has no key'], ['no such kind', 'never said']],
    ['a log of nobody', { 's.Log.Path': 'x' }, ['whose log is it'], ['no such kind', 'never said']],
    ['a log of another kind', { 's.Log.Path': 'x', 's.Log.Format': 'fancy' }, ['only plain'], ['no such kind', 'never said']],
    ['a short name', { 's.Name': 'b' }, ['too short'], ['no such kind', 'never said']],
    ['a name like a flag', { 's.Name': '-x' }, ['no flag, please'], ['no such kind', 'never said']],
  ])('judges %s', (_, given, fails, depends) => {
    const data = tryData(outcome)
    const state = new Map([...stateAfterFlags(data, new Map()), ...Object.entries(given)])
    const judged = judgeChecks(data, state)
    const messagesOf = (verdict: string): string[] => judged.filter((one) => one.verdict === verdict).map(({ check }) => check.message)
    expect({ fails: messagesOf('fails'), depends: messagesOf('depends') }).toEqual({ fails, depends })
  })
})
