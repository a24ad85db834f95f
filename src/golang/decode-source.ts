import { isUtf8 } from 'node:buffer'
import type { Diagnostic } from '../report/index.ts'

/** Files larger than this are not read: a file is held in memory while it is parsed, several times over. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024

/** Text of a file, or why it has none. */
export type DecodedSource =
  | { readonly kind: 'text'; readonly text: string; readonly problem: Diagnostic | undefined }
  | { readonly kind: 'unreadable'; readonly problem: Diagnostic }

/**
 * Bytes of a Go file as text. All offsets of the index count UTF-16 code units of this text.
 *
 * A byte order mark is taken off (as Go does), `\r\n` stays. Bytes that are no UTF-8 become U+FFFD, with a warning
 * `go-not-utf8`. A file with a zero byte is binary: `go-binary`, no text; one of more than 64 MiB: `go-file-too-large`.
 */
export function decodeSource(bytes: Buffer): DecodedSource {
  if (bytes.length > LARGEST_FILE_BYTES) return { kind: 'unreadable', problem: tooLarge(bytes.length) }
  const zero = bytes.indexOf(0)
  if (zero !== -1) {
    return {
      kind: 'unreadable',
      problem: {
        code: 'go-binary',
        severity: 'warning',
        message: 'is no Go text: it holds a zero byte',
        found: `a zero byte at byte ${zero}`,
        fix: 'Nothing has to be done unless the file should be Go; it is left out of the index.',
      },
    }
  }
  const marked = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  const problem: Diagnostic | undefined = isUtf8(body)
    ? undefined
    : {
        code: 'go-not-utf8',
        severity: 'warning',
        message: 'is not valid UTF-8; what could not be read shows as \uFFFD',
        expected: 'UTF-8, as the Go spec demands ("Source code representation")',
        fix: 'Convert the file to UTF-8 in the source tree.',
      }
  return { kind: 'text', text: body.toString('utf8'), problem }
}

/** The warning about a file that is too large to be read. */
export function tooLarge(bytes: number): Diagnostic {
  return {
    code: 'go-file-too-large',
    severity: 'warning',
    message: 'is too large to be indexed',
    expected: `at most ${LARGEST_FILE_BYTES / 1024 / 1024} MiB`,
    found: `${(bytes / 1024 / 1024).toFixed(1)} MiB`,
    fix: 'Nothing has to be done unless a chapter needs it; it is left out of the index.',
  }
}
