/**
 * A module path or version as proxies spell it: each capital letter becomes `!` and its small form, so that it survives
 * file systems that do not tell them apart (Go modules reference, "GOPROXY protocol").
 */
export const escapePath = (path: string): string => path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)
