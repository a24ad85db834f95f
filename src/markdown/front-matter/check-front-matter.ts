import { extractFrontmatter, parseFrontmatter } from '@astrojs/markdown-remark'
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { nearest, type Diagnostic } from '../../report/index.ts'
import { expectedOf, unknownKeys, type FrontMatterIssue, type FrontMatterSchema } from './front-matter-schema.ts'

type Place = Pick<Diagnostic, 'line' | 'column'>

/**
 * Everything that is wrong with a chapter's front matter: none, never closed, no YAML, keys missing or unknown, values of the
 * wrong kind. Read by the function that the site reads it with, so that nothing passes here that fails there.
 */
export function checkFrontMatter(text: string, file: string, schema: FrontMatterSchema): Diagnostic[] {
  const raw = extractFrontmatter(text)
  if (raw === undefined) return [withoutFrontMatter(text, file)]
  // What comes before is the opening fence, on the first line that is not empty.
  const before = text.slice(0, text.indexOf(raw)).split('\n').length - 1
  let data: Record<string, unknown>
  try {
    data = parseFrontmatter(text).frontmatter
  } catch (error) {
    return [unreadable(error, raw, before, file)]
  }
  const place = placesIn(raw, before)
  const issues = schema.issuesOf(data).filter(({ code }) => code !== 'unrecognized_keys')
  return [
    ...issues.map((issue) => (valueAt(data, issue.path) === undefined ? missing(issue, place, file) : misfit(issue, valueAt(data, issue.path), place, file))),
    ...unknownKeys(data, schema.shape).map(({ path, known }) => unknown(path, known, place, file)),
  ]
}

/** Where the key at a path stands; where it does not, the nearest key around it; else the opening fence. */
function placesIn(raw: string, before: number): (path: readonly PropertyKey[]) => Place {
  const lines = new LineCounter()
  const document: Document = parseDocument(raw, { lineCounter: lines, logLevel: 'silent' })
  const keyAt = (path: readonly PropertyKey[]): number | undefined => {
    const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    const last = path.at(-1)
    if (isMap(around)) {
      const key = around.items.map((pair) => pair.key).find((one) => isScalar(one) && String(one.value) === String(last))
      return isScalar(key) ? key.range?.[0] : undefined
    }
    const node = document.getIn(path, true)
    return isNode(node) ? node.range?.[0] : undefined
  }
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const offset = keyAt(path.slice(0, length))
      if (offset === undefined) continue
      const { line, col } = lines.linePos(offset)
      return { line: line + before, column: col }
    }
    return { line: before + 1, column: 1 }
  }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), data)
}

const nameOf = (path: readonly PropertyKey[]): string => path.map(String).join('.')

function withoutFrontMatter(text: string, file: string): Diagnostic {
  const first = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? ''
  const opened = first === '---'
  return {
    code: opened ? 'front-matter-unclosed' : 'front-matter-missing',
    severity: 'error',
    message: opened ? 'The front matter is never closed.' : 'The page has no front matter, and so no title.',
    file,
    line: 1,
    column: 1,
    expected: opened ? 'a line of three hyphens behind it' : 'three lines: ---, title: …, ---',
    found: first === '' ? 'nothing' : first.slice(0, 80),
    fix: opened ? 'Put a line --- between the last key and the text.' : 'Begin the file with them.',
  }
}

/** What a parser throws: js-yaml a reason and a mark, counted from zero. */
interface ParserError {
  readonly reason?: string
  readonly mark?: { readonly line: number; readonly column: number }
}

function unreadable(error: unknown, raw: string, before: number, file: string): Diagnostic {
  const { reason, mark } = error as ParserError
  const lines = raw.split(/\r?\n/)
  // An end that never comes is noticed behind the last line; what is wrong is on it, or before.
  const at = Math.min(mark?.line ?? 0, Math.max(lines.length - 2, 0))
  return {
    code: 'front-matter-unreadable',
    severity: 'error',
    message: `The front matter is no YAML: ${reason ?? (error as Error).message.split('\n', 1)[0] ?? ''}.`,
    file,
    line: before + at + 1,
    column: at === mark?.line ? mark.column + 1 : 1,
    expected: 'key: value',
    found: lines[at]?.trim() === '' ? (lines[at + 1] ?? '').trim() : lines[at]?.trim(),
    fix: 'Mend the line. A value with a colon and a space, a hash, a quote or a bracket in it goes between quotes.',
  }
}

function missing(issue: FrontMatterIssue, place: (path: readonly PropertyKey[]) => Place, file: string): Diagnostic {
  const name = nameOf(issue.path)
  return {
    code: 'front-matter-key-missing',
    severity: 'error',
    message: `The front matter has no "${name}".`,
    file,
    ...place(issue.path),
    expected: `${name}: a ${expectedOf(issue)}`,
    found: 'nothing',
    fix: 'Add it between the two lines of hyphens.',
  }
}

function misfit(issue: FrontMatterIssue, value: unknown, place: (path: readonly PropertyKey[]) => Place, file: string): Diagnostic {
  return {
    code: 'front-matter-value',
    severity: 'error',
    message: `"${nameOf(issue.path)}" in the front matter cannot be this.`,
    file,
    ...place(issue.path),
    expected: expectedOf(issue),
    found: JSON.stringify(value).slice(0, 80),
    fix: typeof value === 'string' || !expectedOf(issue).includes('string') ? 'Change the value.' : 'Put the value between quotes, if it is meant as text.',
  }
}

function unknown(path: readonly PropertyKey[], known: readonly string[], place: (path: readonly PropertyKey[]) => Place, file: string): Diagnostic {
  const candidates = nearest(String(path.at(-1)), known)
  return {
    code: 'front-matter-key-unknown',
    severity: 'error',
    message: `Nothing reads "${nameOf(path)}" in the front matter.`,
    file,
    ...place(path),
    expected: `one of ${known.join(', ')}`,
    found: String(path.at(-1)),
    ...(candidates.length === 0 ? {} : { candidates }),
    fix: candidates.length === 0 ? 'Remove it.' : `Write "${candidates[0] ?? ''}", or remove it.`,
  }
}
