import type { Diagnostic } from '../report/index.ts'
import type { BoundSymbol, CodePlace } from './binder.ts'
import type { AuthorPlace } from './request.ts'

export const symbolMissing = (text: string, candidates: readonly string[], place: AuthorPlace): Diagnostic => ({
  code: 'symbol-not-found',
  severity: 'error',
  message: `The source declares no ${text}.`,
  ...place,
  expected: 'a declared name, such as app.Complete or options.ServerRunOptions.Validate',
  found: text,
  candidates,
  fix: 'Correct the name. To see what is declared: npm run index -- --symbol <name>',
})

export const symbolAmbiguous = (text: string, candidates: readonly string[], place: AuthorPlace): Diagnostic => ({
  code: 'symbol-ambiguous',
  severity: 'error',
  message: `More than one declaration is called ${text}.`,
  ...place,
  expected: 'the name of one declaration',
  found: text,
  candidates,
  fix: 'Write the full symbol, or add an alias for its package in walkthrough.config.ts.',
})

export const flagMissing = (name: string, candidates: readonly string[], place: AuthorPlace): Diagnostic => ({
  code: 'flag-not-found',
  severity: 'error',
  message: `No indexed package declares the flag --${name}.`,
  ...place,
  expected: 'a flag that is declared with its name as a string',
  found: `--${name}`,
  candidates: candidates.map((candidate) => `--${candidate}`),
  fix: 'Correct the name, or add the package that declares it to packages in walkthrough.config.ts.',
})

export const flagAmbiguous = (name: string, places: readonly CodePlace[], place: AuthorPlace): Diagnostic => ({
  code: 'flag-ambiguous',
  severity: 'error',
  message: `The flag --${name} is declared in ${places.length} places.`,
  ...place,
  expected: 'one declaration',
  found: `--${name}`,
  candidates: places.map(({ file, line }) => `${file}:${line}`),
  fix: 'Name the function that declares the one you mean, with :sym[…].',
})

export const fileMissing = (path: string, candidates: readonly string[], place: AuthorPlace): Diagnostic => ({
  code: 'file-not-found',
  severity: 'error',
  message: 'The source at hand has no such file or folder.',
  ...place,
  expected: 'a path from the root of the repository',
  found: path,
  candidates,
  fix: 'Correct the path; of a sparse clone only the configured packages are here.',
})

export const callMissing = (from: BoundSymbol, to: BoundSymbol, place: AuthorPlace): Diagnostic => ({
  code: 'hop-not-a-call',
  severity: 'error',
  message: `Nothing in ${from.symbol} calls ${to.symbol} or hands it over.`,
  ...place,
  expected: `a call of ${to.symbol}, or of a function that calls it, in ${from.record.file}:${from.record.lines[0]}–${from.record.lines[1]}`,
  found: 'none',
  fix: 'Correct calledBy in walkthrough.config.ts: name the declaration whose body holds the call.',
})
