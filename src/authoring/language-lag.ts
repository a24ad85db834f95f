import type { Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Diagnostic } from '../report/index.ts'

/** A page in one language. */
export interface LanguagePage {
  /** Path relative to the project's root. */
  readonly file: string
  /** Name of the language, as its speakers call it. */
  readonly language: string
  readonly text: string
}

/** A piece of a page that every language has to have: an excerpt, or a note in one. */
interface Piece {
  /** What makes it the same piece in another language. */
  readonly key: string
  readonly line: number
  /** How a person would call it. */
  readonly says: string
}

/** More pieces than this are counted, not listed. */
const LISTED = 6

/**
 * What each page of a chapter has not got that another language has: excerpts and notes, told apart by the code they are bound
 * to. A warning for each pair where one is behind, at the first piece it lacks.
 */
export function languageLag(pages: readonly LanguagePage[]): Diagnostic[] {
  const read = pages.map((page) => ({ page, pieces: piecesOf(page.text) }))
  return read.flatMap(({ page, pieces }) =>
    read.flatMap((other) => {
      if (other.page === page) return []
      const own = new Set(pieces.map(({ key }) => key))
      const missing = other.pieces.filter(({ key }) => !own.has(key))
      return missing.length === 0 ? [] : [behind(page, other.page, missing, other.pieces, pieces)]
    }),
  )
}

function behind(page: LanguagePage, other: LanguagePage, missing: readonly Piece[], theirs: readonly Piece[], own: readonly Piece[]): Diagnostic {
  const first = missing[0]
  // After the last piece before it that both have: where the missing one belongs.
  const before = theirs.slice(0, theirs.findIndex((piece) => piece === first)).findLast(({ key }) => own.some((one) => one.key === key))
  const more = missing.length > LISTED ? [`and ${missing.length - LISTED} more`] : []
  return {
    code: 'translation-behind',
    severity: 'warning',
    message: `This page is behind ${other.language} by ${count(missing)}.`,
    file: page.file,
    line: own.find(({ key }) => key === before?.key)?.line ?? 1,
    expected: [...missing.slice(0, LISTED).map(({ line, says }) => `${says} (${other.file}:${line})`), ...more].join('\n'),
    fix: `Translate what is missing, or say in your change that ${page.language} is welcome.`,
  }
}

function count(missing: readonly Piece[]): string {
  const notes = missing.filter(({ key }) => key.includes('\n')).length
  const excerpts = missing.length - notes
  const say = (n: number, what: string): string[] => (n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'}`])
  return [...say(excerpts, 'excerpt'), ...say(notes, 'note')].join(' and ')
}

/** Excerpts and notes in the order of the page. The same excerpt twice counts as two. */
function piecesOf(text: string): Piece[] {
  const tree: Root = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective).parse(text)
  const pieces: Piece[] = []
  const times = new Map<string, number>()
  const nth = (key: string): string => {
    const n = (times.get(key) ?? 0) + 1
    times.set(key, n)
    return n === 1 ? key : `${key} #${n}`
  }
  visit(tree, 'containerDirective', (directive) => {
    if (directive.name !== 'go') return
    const excerpt = nth(keyOf(directive))
    pieces.push({ key: excerpt, line: lineOf(directive), says: `the excerpt ${directive.attributes?.['symbol'] ?? ''}` })
    for (const child of directive.children) {
      if (child.type !== 'containerDirective' || child.name !== 'note') continue
      pieces.push({ key: nth(`${excerpt}\n${keyOf(child)}`), line: lineOf(child), says: `the note at ${child.attributes?.['at'] ?? ''}` })
    }
  })
  return pieces
}

/** All attributes but those that only name the piece in its own page; white space in code doesn't count. */
function keyOf({ attributes }: ContainerDirective): string {
  const entries = Object.entries(attributes ?? {}).filter(([name]) => name !== 'id')
  return entries.map(([name, value]) => `${name}=${(value ?? '').replace(/\s+/g, ' ').trim()}`).sort().join(' ')
}

const lineOf = ({ position }: ContainerDirective): number => position?.start.line ?? 1
