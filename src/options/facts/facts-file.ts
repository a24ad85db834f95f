import { z } from 'zod'
import type { OptionsOutcome, Place } from '../model.ts'
import { withoutSourceText } from './without-source-text.ts'

/** Keys under which places stand; a file names them by a number, since the same few come back hundreds of times. */
const PLACES = ['at', 'setAt', 'declaredAt', 'chain']

const fileSchema = z.strictObject({
  format: z.literal(1),
  /** The commit whose source the facts were read from; empty for a folder of this project. */
  commit: z.string(),
  files: z.array(z.string()),
  variable: z.string(),
  type: z.string(),
  flags: z.array(z.unknown()),
  defaults: z.array(z.unknown()),
  completions: z.array(z.unknown()),
  checks: z.array(z.unknown()),
})

/** Path of the facts of a walkthrough, relative to the project's root. */
export function factsFile(walkthrough: string): string {
  return `content/facts/${walkthrough}.options.json`
}

/** The facts as a file to keep beside the lock file: no source text, one fact a line, the same bytes for the same facts. */
export function formatFacts(outcome: OptionsOutcome, commit: string): string {
  const files: string[] = []
  const numbered = (place: Place): string => {
    if (!files.includes(place.file)) files.push(place.file)
    return `${files.indexOf(place.file)}:${place.line}:${place.column}`
  }
  const { variable, type, ...lists } = withoutSourceText(outcome)
  const parts = (['flags', 'defaults', 'completions', 'checks'] as const).map((key) => {
    const lines = lists[key].map((fact) => `    ${JSON.stringify(fact, (name, value: unknown) => (name === 'test' ? undefined : PLACES.includes(name) && value !== null ? packed(value, numbered) : value))}`)
    return `  ${JSON.stringify(key)}: [\n${lines.join(',\n')}\n  ]`
  })
  const head = { format: 1, commit, variable, type }
  const fields = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return `{\n${[...fields, `  "files": ${JSON.stringify(files)}`, ...parts].join(',\n')}\n}\n`
}

function packed(value: unknown, numbered: (place: Place) => string): unknown {
  return Array.isArray(value) ? value.map((place) => numbered(place as Place)) : numbered(value as Place)
}

/**
 * Reads kept facts; undefined where they are those of another commit, which would be told as this one's.
 *
 * @throws ZodError or SyntaxError when the file isn't one that `formatFacts` wrote.
 */
export function readFacts(text: string, commit: string): OptionsOutcome | undefined {
  const { files, variable, type, flags, defaults, completions, checks, ...about } = fileSchema.parse(JSON.parse(text))
  if (about.commit !== commit) return undefined
  const place = (packedPlace: string): Place => {
    const [at = 0, line = 1, column = 1] = packedPlace.split(':').map(Number)
    return { file: files[at] ?? '', line, column }
  }
  const unpacked: unknown = JSON.parse(JSON.stringify({ variable, type, flags, defaults, completions, checks }), (name, value: unknown) => {
    if (!PLACES.includes(name)) return value
    if (Array.isArray(value)) return value.map((one) => place(String(one)))
    return typeof value === 'string' ? place(value) : value
  })
  const outcome = unpacked as Omit<OptionsOutcome, 'gaps'>
  // Tests are source text, of which nothing is kept.
  const untested = <Fact extends object>(facts: readonly Fact[]): (Fact & { test: null })[] => facts.map((fact) => ({ ...fact, test: null }))
  return { ...outcome, completions: untested(outcome.completions), checks: untested(outcome.checks), gaps: [] }
}
