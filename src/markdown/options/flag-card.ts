import { isComputed, type Flag } from '../../options/model.ts'
import { firstSentence } from '../../walkthrough/link-doc.ts'
import type { NameCard } from '../../walkthrough/link-target.ts'
import { optionsStrings } from './strings.ts'

/** What a card tells of a flag: its head as in `--help`, and the first sentence of what `--help` says. */
export function flagCard(flag: Flag, languageTag: string): NameCard {
  const strings = optionsStrings(languageTag)
  const { name, shorthand, placeholder, type, help, declaredAt } = flag
  // Text for a reader, not a promise: a default that a running program decides says by what.
  const preset = !isComputed(flag.default) ? flag.default : flag.default.computed === '' ? strings.runTime : `${strings.runTimeBy} ${flag.default.computed}`
  const head = [`--${name}${shorthand === null ? '' : `, -${shorthand}`}`, placeholder === '' ? (type ?? '') : placeholder]
  return {
    signature: `${head.filter((part) => part !== '').join(' ')}${preset === null ? '' : ` (${strings.defaultIs} ${preset})`}`,
    package: '',
    doc: isComputed(help) ? '' : firstSentence(help),
    file: declaredAt.file,
    line: declaredAt.line,
    about: 'flag',
  }
}
