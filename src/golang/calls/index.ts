/**
 * Proves which function leads to which: calls, functions handed over as values, and calls one helper further on.
 *
 * It builds on what identifiers mean (`resolve`), reads only the functions it is asked about, and knows no path and no page.
 *
 * `references` reads the same calls for another end: it counts those of all files, each by the place of a name, and only what
 * is proven. Here the question is about two functions: the way from one to the other, as wide as the whole call, through a
 * function between them, or by name alone, which a path may show with a word of doubt and a count must not hold. What both
 * call proven is the same; a test holds them to it.
 */
export { openCalls, type Calls } from './open-calls.ts'
export type { Lead } from './lead.ts'
