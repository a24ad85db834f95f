import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commentText } from '../golang/doc-comment.ts'
import { firstSentence } from './link-doc.ts'

/** The comment right above the package clause. */
const PACKAGE_COMMENT = /(?:^|\n)((?:\/\/[^\n]*\n)+|\/\*[^]*?\*\/[ \t]*\n)package[ \t]/

/** The comment about the package in the text of a Go file; empty when there is none. */
export function packageDoc(text: string): string {
  const comment = PACKAGE_COMMENT.exec(text.replaceAll('\r\n', '\n'))?.[1]
  if (comment === undefined) return ''
  return commentText(comment.startsWith('//') ? comment.trimEnd().split('\n') : [comment.trimEnd()])
}

/**
 * The first sentence about the package in a folder, from `doc.go` rather than another file; empty where nothing says what it
 * is for, or the folder cannot be read. Its tests are left out.
 */
export function packageSentence(folder: string): string {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
    const sorted = names.sort((a, b) => Number(b === 'doc.go') - Number(a === 'doc.go') || (a < b ? -1 : 1))
    for (const name of sorted) {
      const doc = firstSentence(packageDoc(readFileSync(join(folder, name), 'utf8')))
      if (doc !== '') return doc
    }
  } catch {
    return ''
  }
  return ''
}
