import { noteDirective } from '../authoring/index.ts'
import type { ChapterWords } from './chapter-words.ts'
import { noteAnchor } from './note-anchor.ts'
import type { Callee } from './proven-calls.ts'
import type { TracedPath, TracedStop } from './trace-path.ts'

/** What a chapter is written from. */
export interface ChapterParts {
  readonly project: string
  readonly version: string
  readonly path: TracedPath
  readonly words: ChapterWords
  /** Symbols as chapters write them: `app.Run`. */
  readonly short: (symbol: string) => string
  /** Names of stops, each one's own. */
  readonly labels: ReadonlyMap<string, string>
  readonly textOf: (file: string) => string
}

/** Longer functions show their signature and what has a note. */
const SHOWN_WHOLE = 45
/** What else a stop calls is listed so far. */
const ALSO = 4
/** Open calls are named so far. */
const OPEN = 3

/** A chapter along a path: each stop's code, a note where the path goes on, and why it ends. */
export function writeChapter(parts: ChapterParts): string {
  const { path, words, project, version, labels } = parts
  const [first] = path.stops
  const last = path.stops.at(-1)
  if (first === undefined || last === undefined) return ''
  const label = ({ declaration }: TracedStop): string => labels.get(declaration.symbol) ?? declaration.name
  const sym = (symbol: string): string => `:sym[${parts.short(symbol)}]`
  return [
    `---\ntitle: ${JSON.stringify(words.title(label(first), label(last)))}\ndescription: ${JSON.stringify(words.description(project, version))}\n---`,
    words.intro(project, version, sym(first.declaration.symbol)),
    `:::tip[${words.draft.title}]\n${words.draft.body}\n:::`,
    ...(path.stops.length > 1 ? [`::trail{from="${parts.short(first.declaration.symbol)}" to="${parts.short(last.declaration.symbol)}"}`] : []),
    ...path.stops.flatMap((stop) => [`## ${escapeHeading(label(stop))}`, excerpt(stop, parts), ...alsoCalled(stop, parts, sym)]),
    words.ends[path.end](sym(last.declaration.symbol), last.calls.open.slice(0, OPEN).map((name) => `\`${name}\``)),
  ].join('\n\n') + '\n'
}

function excerpt({ declaration, next }: TracedStop, { words, short, textOf }: ChapterParts): string {
  const anchor = next && noteAnchor(textOf(declaration.file), declaration, next)
  const isLong = declaration.endLine - declaration.startLine >= SHOWN_WHOLE
  const open = `::::go{symbol="${short(declaration.symbol)}"${isLong ? ' show="signature"' : ''}}`
  if (next === undefined || anchor === undefined) return `${open}\n::::`
  const name = `:sym[${short(next.declaration.symbol)}]`
  return `${open}\n${noteDirective(anchor, next.how === 'call' ? words.calls(name) : words.handsOver(name))}\n::::`
}

/** What a stop calls besides the next one, tools left out. */
function otherCalls({ calls, next }: Pick<TracedStop, 'calls' | 'next'>): Callee[] {
  return calls.callees.filter(({ declaration, how, isTool }) => how === 'call' && !isTool && declaration.symbol !== next?.declaration.symbol)
}

function alsoCalled({ calls, next }: TracedStop, { words }: ChapterParts, sym: (symbol: string) => string): string[] {
  const others = otherCalls({ calls, next })
  if (others.length === 0) return []
  const named = others.slice(0, ALSO).map(({ declaration }) => sym(declaration.symbol))
  return [words.also(named, others.length - named.length)]
}

/** Functions that a chapter names besides its stops. */
export function alsoNamed(path: TracedPath): string[] {
  return path.stops.flatMap((stop) => otherCalls(stop).slice(0, ALSO).map(({ declaration }) => declaration.symbol))
}

const escapeHeading = (text: string): string => text.replace(/[_*`\\[\]]/g, '\\$&')
