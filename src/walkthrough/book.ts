import type { WalkthroughConfig } from '../config/index.ts'
import type { GoIndex } from '../golang/index.ts'
import type { SourceTree } from '../source/index.ts'
import type { Binder, CodePlace } from './binder.ts'
import { codeUrl } from './code-url.ts'
import { mentionRecorder, type Mentions } from './declaration-mentions.ts'
import type { ExcerptView, StopView } from './excerpt.ts'
import { openLinker, type Linker } from './linker.ts'
import type { Lock } from './lock.ts'
import type { AuthorPlace, ExcerptRequest, Resolved } from './request.ts'
import { found } from './request.ts'
import { viewExcerpt, type NumberedNotes } from './view-excerpt.ts'
import { viewPath } from './view-path.ts'

/**
 * How the tree at hand stands to the pinned one.
 *
 * - `pinned`: its commit is the pinned one.
 * - `matching`: its commit cannot be known, but every declaration stands where the lock file says, unchanged.
 * - `other`: another version, or a changed copy.
 * - `none`: there is no tree; places come from the lock file.
 * - `bundled`: the tree is a folder of this project.
 */
export type SourceStatus = 'pinned' | 'matching' | 'other' | 'none' | 'bundled'

/** A symbol, flag or file as an inline link needs it. */
export interface InlineView {
  readonly url: string | undefined
  readonly file: string
  readonly line: number | undefined
  readonly kind: string
}

/** A walkthrough with everything its chapters ask of it. */
export interface Book {
  readonly walkthrough: WalkthroughConfig
  readonly status: SourceStatus
  readonly tree: SourceTree | undefined
  readonly topLevel: readonly string[]
  /** What was read of the tree; undefined without one. */
  readonly index: GoIndex | undefined
  /** `takenIds` holds the fragment ids used in the page so far; the new ones are added. */
  excerpt(request: ExcerptRequest, takenIds: Set<string>): Resolved<NumberedNotes & { readonly view: ExcerptView }>
  symbol(text: string, place: AuthorPlace): Resolved<InlineView>
  flag(name: string, place: AuthorPlace): Resolved<InlineView>
  file(path: string, place: AuthorPlace): Resolved<InlineView>
  /** Where the names in the code lead; undefined without code. */
  readonly linker: Linker | undefined
  /** What chapters have spoken of so far. */
  readonly mentions: Mentions
  /** URL of lines of a file on the code host, where there is one and it would be right. */
  readonly linesUrl: LinesUrl
  /** The configured path; `hrefOf` gives a chapter's address. */
  path(languageTag: string, hrefOf: (chapter: string) => string): Resolved<readonly StopView[]>
}

/** What a book is made of; `lock` is what authors last accepted, `binder` what is so now. */
export interface BookParts {
  readonly walkthrough: WalkthroughConfig
  readonly binder: Binder
  readonly lock: Lock
  readonly status: SourceStatus
  readonly tree: SourceTree | undefined
  /** What was read of the tree; without it no name in the code leads anywhere. */
  readonly index?: GoIndex | undefined
  /** Whether the site will have pages about declarations, so that names may lead there; default: true. */
  readonly hasPages?: boolean | undefined
  /** See `LinkerOptions.cacheRoot`. */
  readonly cacheRoot?: string | undefined
  /** See `LinkerOptions.library`. */
  readonly library?: string | undefined
}

/** Puts a book together; pure apart from what the binder reads. */
export function createBook(parts: BookParts): Book {
  const { walkthrough, binder, status, tree, index, hasPages = true, cacheRoot, library } = parts
  const linesUrl = lineLinks(parts)
  const recorder = mentionRecorder()
  const inline = ({ file, line }: CodePlace, kind: string, endLine = line): InlineView => ({
    file,
    line,
    kind,
    url: linesUrl(file, line, endLine),
  })
  return {
    walkthrough,
    status,
    tree,
    topLevel: binder.topLevel,
    index,
    linesUrl,
    linker: index && openLinker(index, { aliases: walkthrough.aliases, linesUrl, hasPages, cacheRoot, library }),
    mentions: recorder.mentions,
    excerpt(request, takenIds) {
      const excerpt = viewExcerpt(parts, linesUrl, request, takenIds)
      if (excerpt.kind === 'found') recorder.excerpt(request.place.file, excerpt.value.view)
      return excerpt
    },
    symbol(text, place) {
      const bound = binder.symbol(text, place)
      if (bound.kind === 'failed') return bound
      const { file, lines, kind } = bound.value.record
      recorder.name(place.file, bound.value.symbol)
      return found(inline({ file, line: lines[0] }, kind, lines[1]), bound.diagnostics)
    },
    flag(name, place) {
      const resolved = binder.flag(name, place)
      return resolved.kind === 'failed' ? resolved : found(inline(resolved.value, 'flag'), resolved.diagnostics)
    },
    file(path, place) {
      const resolved = binder.file(path, place)
      if (resolved.kind === 'failed') return resolved
      const url = linesUrl(resolved.value, 1, 1)?.replace(/#.*$/, '')
      return found({ file: resolved.value, line: undefined, kind: 'file', url })
    },
    path: (languageTag, hrefOf) => viewPath(parts, linesUrl, languageTag, hrefOf),
  }
}

/** Makes the URL of a run of lines of a file, or says that there is none. */
export type LinesUrl = (file: string, first: number | string, last: number | string) => string | undefined

/**
 * Links into the code host, only where they would be right: for the pinned tree, and for one that equals it as far
 * as can be told. Lines of another version are not lines of the pinned commit.
 */
function lineLinks({ walkthrough, status, tree }: BookParts): LinesUrl {
  const { source } = walkthrough
  const template = source.linesUrl
  if (template === undefined) return () => undefined
  const pinned = 'commit' in source ? { commit: source.commit, tag: source.tag } : { commit: '', tag: '' }
  const commit = status === 'other' ? tree?.commit : pinned.commit
  if (commit === undefined || (status === 'other' && tree?.repository !== ('repository' in source ? source.repository : undefined))) {
    return () => undefined
  }
  return (path, start, end) => codeUrl(template, { ...pinned, commit, path, start, end })
}
