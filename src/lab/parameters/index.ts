/**
 * Parameters and their values: checked, resolved, and written so that a shell, a file or a reader gets them unchanged.
 *
 * Runs in a browser as well as in Node: imports nothing of either.
 */
export { formatValue, type ValueFormat } from './format-value.ts'
export { quoteShell, quotePath } from './quote-shell.ts'
export { readSettings } from './read-settings.ts'
export { resolveValues, type LabValues } from './resolve-values.ts'
export { validateValue } from './validate-value.ts'
