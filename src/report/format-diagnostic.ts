import pc from 'picocolors'
import type { Diagnostic } from './diagnostic.ts'

/** The colours a printed diagnostic uses; `picocolors.createColors(false)` gives plain text. */
export type Colors = ReturnType<typeof pc.createColors>

const MARK = { error: 'error', warning: 'warning', note: 'note' } as const

/**
 * One diagnostic as text for a terminal: what, where, expected, found, candidates, how to mend.
 *
 * Lines after the first are indented by two spaces, so that several diagnostics read as a list.
 */
export function formatDiagnostic(diagnostic: Diagnostic, colors: Colors = pc): string {
  const { severity, code, message } = diagnostic
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan
  const lines = [`${formatPlace(diagnostic, colors)}${paint(`${MARK[severity]}[${code}]`)} ${message}`]
  if (diagnostic.expected !== undefined) lines.push(...labelled('expected', diagnostic.expected, colors))
  if (diagnostic.found !== undefined) lines.push(...labelled('found', diagnostic.found, colors))
  if (diagnostic.candidates?.length) lines.push(...labelled('nearest', diagnostic.candidates.join('\n'), colors))
  if (diagnostic.fix !== undefined) lines.push(...labelled('to mend', diagnostic.fix, colors))
  return lines.join('\n')
}

function formatPlace({ file, line, column }: Diagnostic, colors: Colors): string {
  if (file === undefined) return ''
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')
  return `${colors.bold(place)} `
}

function labelled(label: string, text: string, colors: Colors): string[] {
  const width = 10
  return text
    .split('\n')
    .map((line, index) => `  ${colors.dim((index === 0 ? `${label}:` : '').padEnd(width))}${line}`)
}
