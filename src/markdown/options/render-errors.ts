import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Check, OptionsOutcome, Place, StepError } from '../../options/model.ts'
import type { PageOptions } from './page-options.ts'
import { factRow, flagLink } from './render-facts.ts'
import { renderPlace } from './render-place.ts'
import type { OptionsStrings } from './strings.ts'

/** An error that starting the program can end in. */
export interface StartError {
  readonly stage: 'complete' | 'validate'
  readonly message: string
  readonly condition: string | null
  readonly at: Place
  readonly flags: readonly string[]
}

/** Every error of completion and validation, in the order of the code, each once. */
export function startErrors(outcome: OptionsOutcome): StartError[] {
  const errors: StartError[] = [
    ...outcome.completions.flatMap(({ errors: own }) => own.map((error) => fromStep(error))),
    ...outcome.checks.map((check) => fromCheck(check)),
  ]
  const seen = new Set<string>()
  return errors.filter(({ stage, message, at }) => {
    const key = JSON.stringify([stage, message, at])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const fromStep = ({ message, condition, at }: StepError): StartError => ({ stage: 'complete', message, condition, at, flags: [] })
const fromCheck = ({ message, condition, at, flags }: Check): StartError => ({ stage: 'validate', message, condition, at, flags })

/** Errors as entries with the message first; `remedyOf` gives where the page says what to do about one. */
export function renderErrors(errors: readonly StartError[], options: PageOptions, strings: OptionsStrings, remedyOf: (error: StartError) => string | undefined): Element {
  // What passes on somebody else's error says least, so it stands last.
  const sorted = [...errors.filter(({ message }) => !PASSED_ON.test(message)), ...errors.filter(({ message }) => PASSED_ON.test(message))]
  return h('div', { class: 'wm-errors not-content' }, [h('ul', sorted.map((error) => h('li', { class: 'wm-error' }, entry(error, options, strings, remedyOf(error)))))])
}

/** How an error without words of its own is told of: one that a call returned. */
const PASSED_ON = /^whatever (.+) returns$/

/** A message, or that it is another call's. */
export function renderMessage(message: string, strings: OptionsStrings): ElementContent[] {
  if (message === '') return [{ type: 'text', value: strings.noMessage }]
  const [, call] = PASSED_ON.exec(message) ?? []
  if (call === undefined) return [h('code', { translate: 'no' }, message)]
  return [{ type: 'text', value: `${strings.passedOn} ` }, h('code', { class: 'wm-call', translate: 'no' }, call)]
}

function entry({ stage, message, condition, at, flags }: StartError, options: PageOptions, strings: OptionsStrings, remedy: string | undefined): ElementContent[] {
  return [
    h('p', { class: 'wm-error-message' }, renderMessage(message, strings)),
    h('dl', { class: 'wm-facts' }, [
      ...(condition === null || condition === '' ? [] : factRow(strings.cause, [h('code', { translate: 'no' }, condition)])),
      ...factRow(stage === 'complete' ? strings.completes : strings.validates, [renderPlace(at, options)]),
      ...(flags.length === 0 ? [] : factRow(strings.flag, flags.flatMap((flag, index): ElementContent[] => (index === 0 ? [flagLink(flag, options)] : [{ type: 'text', value: ' ' }, flagLink(flag, options)])))),
      ...(remedy === undefined ? [] : factRow(strings.remedy, [h('a', { href: remedy }, '↑')])),
    ]),
  ]
}
