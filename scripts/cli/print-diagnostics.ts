import { formatDiagnostic, type Diagnostic } from '../../src/report/index.ts'

/** Prints diagnostics to stderr and a closing count; prints nothing for an empty list. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return
  for (const diagnostic of diagnostics) process.stderr.write(`${formatDiagnostic(diagnostic)}\n`)
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`
  if (diagnostics.length > 1) process.stderr.write(`${count(errors, 'error')}, ${count(warnings, 'warning')}\n`)
}
