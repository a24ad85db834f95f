import { isComputed, type Computed, type Json, type OptionsOutcome } from '../../src/options/index.ts'

/** What is printed. */
export type OptionsPart = 'flags' | 'defaults' | 'complete' | 'validate'

/** A part of the options for people to read: one line each, with the place in the source at the end. */
export function* optionsTable(outcome: OptionsOutcome, part: OptionsPart): Generator<string> {
  switch (part) {
    case 'flags': {
      let section: string | null | undefined
      for (const flag of outcome.flags) {
        if (flag.section !== section) yield `${section === undefined ? '' : '\n'}${(section = flag.section) ?? 'flags'}`
        const marks = [flag.deprecated === null ? '' : ' deprecated', flag.hidden && flag.deprecated === null ? ' hidden' : '', flag.conditional === null ? '' : ` if ${flag.conditional}`].join('')
        const preset = flag.default === null ? '' : ` = ${shown(flag.default)}`
        yield `  --${flag.name}${flag.shorthand === null ? '' : `, -${flag.shorthand}`} ${flag.type ?? '?'}${preset}${marks}  ${flag.field ?? ''}  ${flag.declaredAt.file}:${flag.declaredAt.line}`
      }
      break
    }
    case 'defaults':
      for (const { path, type, value, setAt } of outcome.defaults) yield `${path} ${type} = ${shown(value)}${setAt === null ? '' : `  ${setAt.file}:${setAt.line}`}`
      break
    case 'complete':
      for (const { order, path, condition, code, at, errors } of outcome.completions) {
        yield `${order}. ${path ?? code}${path === null ? '' : `: ${code}`}  ${at.file}:${at.line}`
        if (condition !== null) yield `     if ${condition}`
        for (const error of errors) yield `     may fail: ${error.message}  ${error.at.file}:${error.at.line}`
      }
      break
    case 'validate':
      for (const { order, group, condition, message, flags, at } of outcome.checks) {
        yield `${order}. ${group}: ${message}  ${at.file}:${at.line}`
        if (condition !== null) yield `     if ${condition}`
        if (flags.length > 0) yield `     reads ${flags.map((name) => `--${name}`).join(', ')}`
      }
  }
}

function shown(value: Json | Computed): string {
  if (isComputed(value)) return `(at run time: ${value.computed})`
  return typeof value === 'string' ? value : JSON.stringify(value)
}
