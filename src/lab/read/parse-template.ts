import type { LabConfig } from '../../config/index.ts'
import { nearest, type Diagnostic } from '../../report/index.ts'
import { findFlags } from '../shell/find-flags.ts'
import { scanShell } from '../shell/scan-shell.ts'
import type { Template, TemplatePart } from '../step.ts'

/** Where a text begins in its author's file; lines and columns one-based. */
export interface TextPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

const PARAMETER = /\{\{\s*(\w+)\s*\}\}/g

/** Text with parameters, cut into its parts. Text that runs in a shell is scanned: see `parseShell`. */
export function parseTemplate(source: string, lab: LabConfig, place: TextPlace): { template: Template; diagnostics: Diagnostic[] } {
  return parse(source, lab, place, [], () => false)
}

/** Shell commands with parameters and flags of the lab's program. A parameter between quotes is a mistake. */
export function parseShell(source: string, lab: LabConfig, place: TextPlace): { template: Template; diagnostics: Diagnostic[] } {
  const { contexts, commands } = scanShell(source)
  const flags = findFlags(commands, lab.program.commands)
  return parse(source, lab, place, flags, (at) => contexts[at] !== 'bare' && contexts[at] !== 'comment')
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly part: TemplatePart
}

function parse(
  source: string,
  lab: LabConfig,
  place: TextPlace,
  flags: readonly { text: string; start: number }[],
  isQuoted: (offset: number) => boolean,
): { template: Template; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const names = lab.parameters.map(({ name }) => name)
  const at = (offset: number): TextPlace => placeAt(source, offset, place)
  const marks: Mark[] = flags.map(({ text, start }) => {
    const { line, column } = at(start)
    return { start, end: start + text.length, part: { kind: 'flag', text, line, column } }
  })
  for (const match of source.matchAll(PARAMETER)) {
    const name = match[1] as string
    const start = match.index
    if (!names.includes(name)) diagnostics.push(unknown(match[0], name, names, at(start)))
    else if (isQuoted(start)) diagnostics.push(quoted(match[0], at(start)))
    marks.push({ start, end: start + match[0].length, part: { kind: 'parameter', name } })
  }
  const template: TemplatePart[] = []
  let done = 0
  for (const { start, end, part } of marks.sort((a, b) => a.start - b.start)) {
    if (start > done) template.push({ kind: 'text', text: source.slice(done, start) })
    template.push(part)
    done = end
  }
  if (done < source.length) template.push({ kind: 'text', text: source.slice(done) })
  return { template, diagnostics }
}

function placeAt(source: string, offset: number, { file, line, column }: TextPlace): TextPlace {
  const before = source.slice(0, offset).split('\n')
  const lines = before.length - 1
  return { file, line: line + lines, column: (lines === 0 ? column : 1) + (before.at(-1)?.length ?? 0) }
}

const unknown = (text: string, name: string, names: readonly string[], place: TextPlace): Diagnostic => ({
  code: 'parameter-unknown',
  severity: 'error',
  message: `The lab has no parameter ${name}.`,
  ...place,
  expected: 'a parameter of lab.parameters in walkthrough.config.ts',
  found: text,
  candidates: nearest(name, names),
  fix: 'Correct its name, or add the parameter to the config.',
})

const quoted = (text: string, place: TextPlace): Diagnostic => ({
  code: 'parameter-quoted',
  severity: 'error',
  message: 'A parameter brings its own quotes, so it cannot stand between quotes or in a here-document.',
  ...place,
  expected: `${text} outside of quotes; "text and "${text} where they meet`,
  found: text,
  fix: 'Close the quotes before it and open them after it, or write the file with a `file` fence.',
})
