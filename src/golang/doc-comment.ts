import type { ScannedSource } from './scan-source.ts'

/**
 * The doc comment of what starts at `start`: the group of comments that ends on the line before it, with no blank line
 * between, as `go/parser` attaches it. Empty when there is none.
 */
export function docCommentBefore(text: string, comments: ScannedSource['comments'], start: number): string {
  let last = lastCommentBefore(comments, start)
  if (last < 0 || newlines(text, comments[last + 1] ?? 0, start) !== 1) return ''
  const parts: string[] = []
  for (;;) {
    const from = comments[last] ?? 0
    const before = last - 2
    const previousEnd = before >= 0 ? (comments[before + 1] ?? 0) : 0
    const attached = before >= 0 ? newlines(text, previousEnd, from) : undefined
    // A comment behind code on its own line belongs to that code.
    if (attached !== 0 && !standsAlone(text, from)) return parts.length === 0 ? '' : commentText(parts.reverse())
    parts.push(text.slice(from, comments[last + 1]))
    if (attached === undefined || attached < 0 || attached > 1) break
    last = before
  }
  return commentText(parts.reverse())
}

/** The comment behind something on its last line; empty when there is none. */
export function lineCommentAfter(text: string, comments: ScannedSource['comments'], end: number): string {
  const next = lastCommentBefore(comments, end, true) + 2
  const from = comments[next]
  if (from === undefined || !/^[ \t,;]*$/.test(text.slice(end, Math.min(from, end + 200)))) return ''
  return from - end > 200 ? '' : commentText([text.slice(from, comments[next + 1])])
}

/** Index in `comments` of the last one that ends at or before `offset` (or starts before it); -2 when there is none. */
function lastCommentBefore(comments: readonly number[], offset: number, byStart = false): number {
  let low = 0
  let high = comments.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    const at = byStart ? (comments[middle * 2] ?? 0) + 1 : (comments[middle * 2 + 1] ?? 0)
    if (at <= offset) low = middle + 1
    else high = middle
  }
  return low * 2 - 2
}

/** Newlines between two offsets, or -1 when anything but white space stands there. */
function newlines(text: string, from: number, to: number): number {
  let count = 0
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index)
    if (code === 10) count++
    else if (code !== 32 && code !== 9 && code !== 13) return -1
  }
  return count
}

function standsAlone(text: string, start: number): boolean {
  for (let index = start - 1; index >= 0; index--) {
    const code = text.charCodeAt(index)
    if (code === 10) return true
    if (code !== 32 && code !== 9 && code !== 13) return false
  }
  return true
}

/** `//go:generate`, `//nolint:x`, `//line …`: instructions to tools, no documentation (`go/ast`, isDirective). */
const DIRECTIVE = /^\/\/(line |extern |export |[a-z0-9]+:[a-z0-9])/

/**
 * Text of a comment group without markers and directives: lines without trailing white space, no blank line at either
 * end, at most one in a row, as `go/ast` CommentGroup.Text gives it (here without the last newline).
 */
export function commentText(comments: readonly string[]): string {
  const lines: string[] = []
  for (const comment of comments) {
    if (comment.startsWith('//')) {
      if (DIRECTIVE.test(comment)) continue
      lines.push(comment.slice(comment.charCodeAt(2) === 32 ? 3 : 2).trimEnd())
    } else {
      lines.push(...comment.slice(2, -2).trimStart().split('\n').map((line) => line.trimEnd()))
    }
  }
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
  while (kept.length > 0 && kept[0] === '') kept.shift()
  while (kept.length > 0 && kept.at(-1) === '') kept.pop()
  return kept.join('\n')
}
