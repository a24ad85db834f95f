/** What is known by heart of Go's standard library: pure functions, shapes of types, constants. */
export * from './native-table.ts'
export { standardType } from './standard-types.ts'
export { durationText } from './duration.ts'
export { addressText, asFour, maskLength } from './address.ts'
export { floatText, quoted, sprintf, valueText } from './format-value.ts'
export { errorOf } from './value-functions.ts'
export { libraryConstant } from './constants.ts'
export { pureFunctions } from './pure-functions.ts'
