import type { DocInline, DocName } from './doc-block.ts'

/** Addresses that a reader may be led to. */
const WEB = /^(?:https?|ftp|mailto):/i

/** An address in running text, or something in brackets; whichever begins first is one. */
const LINKS = /(?<!\p{L})(?:https?|ftp):\/\/[\w[][^\s<>"`'|\\^]*|\[([^[\]]+)\]/giu
const DEFINITION = /^\[([^\]]+)\]:[ \t]+(\S+)[ \t]*$/
const NAME = /^\*?(?:((?:[\p{L}\d_.~-]+\/)*[\p{L}\d_.~-]+?)\.)?(\p{L}[\p{L}\p{Nd}_]*(?:\.\p{L}[\p{L}\p{Nd}_]*)?)$/u
const PATH = /^[\p{L}\d_.~-]+(?:\/[\p{L}\d_.~-]+)+$/u
/** What may stand right before and right after a name in brackets. */
const EDGE = /[\s\p{P}]/u

/** Targets of `[text]` that the comment defines itself, by text. */
export type Definitions = ReadonlyMap<string, string>

/** Text and address of a line `[text]: address`; undefined for any other line. */
export function readDefinition(line: string): readonly [string, string] | undefined {
  const match = DEFINITION.exec(line)
  return match !== null && WEB.test(match[2] ?? '') ? [fold(match[1] ?? ''), match[2] ?? ''] : undefined
}

/** Reads the lines of a paragraph: links in brackets, bare addresses, quotation marks. */
export function readInline(lines: readonly string[], definitions: Definitions): DocInline[] {
  const text = lines.map((line) => line.trim()).join('\n')
  const pieces: DocInline[] = []
  let from = 0
  LINKS.lastIndex = 0
  for (let match = LINKS.exec(text); match !== null; match = LINKS.exec(text)) {
    const { index } = match
    const [whole, inner] = match
    const length = inner === undefined ? addressLength(whole) : whole.length
    const piece: DocInline | undefined =
      inner === undefined
        ? { kind: 'link', text: whole.slice(0, length), url: whole.slice(0, length) }
        : readBrackets(inner, definitions, text.charAt(index - 1), text.charAt(index + length))
    if (piece !== undefined) {
      pieces.push(...quoted(text.slice(from, index)), piece)
      from = index + length
    }
    LINKS.lastIndex = piece === undefined ? index + 1 : from
  }
  pieces.push(...quoted(text.slice(from)))
  return pieces
}

function readBrackets(inner: string, definitions: Definitions, before: string, after: string): DocInline | undefined {
  const url = definitions.get(fold(inner))
  if (url !== undefined) return { kind: 'link', text: inner, url }
  if ((before !== '' && !EDGE.test(before)) || (after !== '' && !EDGE.test(after))) return undefined
  const name = readName(inner)
  return name === undefined ? undefined : { kind: 'name', text: inner, name }
}

/** The name in brackets, if it can be one: exported, or with a package in front. */
function readName(inner: string): DocName | undefined {
  const match = NAME.exec(inner)
  if (match !== null) {
    const [, qualifier, name = ''] = match
    const isExported = name.split('.').every((part) => /^\p{Lu}/u.test(part))
    // A type and its method look like a package and its name, but that packages begin with a small letter.
    if (isExported && qualifier !== undefined && /^\p{Lu}[^/]*$/u.test(qualifier)) return { qualifier: undefined, name: `${qualifier}.${name}` }
    if (isExported) return { qualifier, name }
  }
  if (PATH.test(inner) || /^[a-z][\p{L}\d_]*$/u.test(inner)) return { qualifier: inner, name: undefined }
  return undefined
}

/** Length of an address without the punctuation of the sentence it stands in; brackets belong to it only in pairs. */
function addressLength(text: string): number {
  const open: { readonly at: number; readonly close: string }[] = []
  let length = 0
  for (const character of text) {
    const close = PAIRS[character]
    if (close !== undefined) open.push({ at: length, close })
    else if (/[)\]}]/.test(character) && open.pop()?.close !== character) break
    length += character.length
  }
  length = Math.min(length, open[0]?.at ?? length)
  while (/[.,:;?!]/.test(text.charAt(length - 1))) length -= 1
  return length
}

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

function quoted(text: string): DocInline[] {
  return text === '' ? [] : [{ kind: 'text', text: text.replace(/(?<!`)``(?!`)/g, '“').replace(/(?<!')''(?!')/g, '”') }]
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()
