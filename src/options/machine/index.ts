/**
 * An interpreter of Go over values of which some are unknown.
 *
 * Where a condition is not known it goes both ways and keeps what both agree on; what something not understood may have
 * changed is forgotten. So a value that is known is right.
 */
export { openMachine } from './open-machine.ts'
export * from './machine.ts'
export * from './value.ts'
export * from './go-type.ts'
export { assigned, untypedNoMore, converted } from './convert.ts'
export { declareLocal, fileEnv, findLocal, block, type Env } from './env.ts'
export { fieldCell, hasMethod, methodOf, structOf } from './member.ts'
export { forgetReached, newCell, newMap, setTable, store } from './store.ts'
export { typeFrom, typeOfPackage } from './type-from.ts'
export { zeroValue } from './zero.ts'
export type { Mergeable } from './merge.ts'
