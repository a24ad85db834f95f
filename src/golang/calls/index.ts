/**
 * Proves which function leads to which: calls, functions handed over as values, and calls one helper further on.
 *
 * It builds on what identifiers mean (`resolve`), reads only the functions it is asked about, and knows no path and no page.
 */
export { openCalls, type Calls } from './open-calls.ts'
export type { Lead } from './lead.ts'
