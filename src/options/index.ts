/**
 * Evaluates the options of a server from its syntax: flags, defaults, what completion does and what validation demands.
 *
 * It runs no Go and needs no toolchain. A value it shows is right; what only a running program knows is said to be computed,
 * with the place that decides. It renders nothing.
 */
export * from './model.ts'
