import { createHash } from 'node:crypto'

/**
 * Go's `h1:` checksum of a set of files: the SHA-256, in base64, of one line a file (`<hex sha256>  <name>\n`) in the
 * order of the names' bytes (golang.org/x/mod/sumdb/dirhash, `Hash1`).
 *
 * `files` maps a file's name, with its `path@version/` prefix, to the lower-case hex SHA-256 of its content.
 */
export function hash1(files: ReadonlyMap<string, string>): string {
  const names = [...files.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const summary = createHash('sha256')
  for (const name of names) summary.update(`${files.get(name)}  ${name}\n`)
  return `h1:${summary.digest('base64')}`
}
