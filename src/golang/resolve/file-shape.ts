import { createHash } from 'node:crypto'
import type { SourceFile } from './source-file.ts'

/** Digest of a text. */
export function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url')
}

/**
 * Digest of everything about a file that other files can see: what it declares, where, and when it is built. A change within
 * the body of a function that moves nothing changes no shape. Of a file that is not well-formed, all of its text counts.
 */
export function shapeOf(source: SourceFile): string {
  const { text, outline, packageStart } = source
  if (outline === undefined) return digestOf(text)
  const hash = createHash('sha1').update(text.slice(0, outline[0]?.start ?? text.length)).update(`\0${packageStart}`)
  for (const { kind, start, end, bodyStart } of outline) {
    const { line, column } = source.lineAndColumn(start)
    hash.update(`\0${kind}:${line}:${column}\0${text.slice(start, bodyStart ?? end)}`)
  }
  return hash.digest('base64url')
}
