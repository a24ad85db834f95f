import type { Check, Completion, Flag } from '../model.ts'
import type { TraceEvent } from './trace-function.ts'

/** What completion does, in order: every field it sets, and with each step the errors it can return. */
export function readCompletions(events: readonly TraceEvent[]): Completion[] {
  const found: Omit<Completion, 'order'>[] = []
  for (const step of new Set(events.map((event) => event.step))) {
    const own = events.filter((event) => event.step === step)
    const errors = own.filter(({ kind }) => kind === 'error').map(({ message, conditions, at }) => ({ message, condition: joined(conditions), at }))
    const assignments = own.filter(({ kind }) => kind === 'assign')
    for (const { stepText, path, conditions, tests, code, at } of assignments) found.push({ step: stepText, path: path ?? null, condition: joined(conditions), test: joinedTests(tests), code, at, errors: [] })
    const [first] = own.filter(({ kind }) => kind === 'error')
    if (first !== undefined) found.push({ step: first.stepText, path: null, condition: null, test: null, code: first.stepText, at: first.at, errors })
  }
  return found.map((completion, index) => ({ order: index + 1, ...completion }))
}

/** What validation demands, in order; with the flags that fill the fields it looks at, or that its message names. */
export function readChecks(events: readonly TraceEvent[], flags: readonly Flag[]): Check[] {
  return events
    .filter(({ kind }) => kind === 'error')
    .map(({ group, conditions, tests, message, reads, at }, index) => {
      const told = new Set([...message.matchAll(/--([a-z0-9][a-z0-9-]*)/g)].map((match) => match[1]))
      const touched = flags.filter(({ name, field }) => told.has(name) || (field !== null && reads.includes(field)))
      return { order: index + 1, group, condition: joined(conditions), test: joinedTests(tests), message, flags: touched.map(({ name }) => name), fields: reads, at }
    })
}

function joined(conditions: readonly string[]): string | null {
  if (conditions.length === 0) return null
  return conditions.length === 1 ? (conditions[0] ?? null) : conditions.map((one) => (/\|\|/.test(one) && !one.startsWith('!(') ? `(${one})` : one)).join(' && ')
}

/** All tests in one; what follows a `for … range` is about each element. */
function joinedTests(tests: readonly string[]): string | null {
  return tests.length === 0 ? null : [...new Set(tests)].map((test) => (/^(?:for |\([^()]*\)$)/.test(test) ? test : `(${test})`)).join(' && ')
}
