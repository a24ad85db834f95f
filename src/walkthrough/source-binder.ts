import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WalkthroughConfig } from '../config/index.ts'
import { openParser, resolveSymbol, type Declaration, type GoIndex, type GoNode } from '../golang/index.ts'
import { nearest } from '../report/index.ts'
import type { Binder, BoundSymbol, CodePlace } from './binder.ts'
import { findFlag, flagNames } from './find-flag.ts'
import { findHops, hopKey } from './find-hops.ts'
import { fingerprintOf, type DeclarationRecord, type Lock } from './lock.ts'
import { failed, found, type AuthorPlace, type Resolved } from './request.ts'
import { resolveAnchor } from './resolve-anchor.ts'
import { resolvePart } from './resolve-part.ts'
import type { DeclaredCode } from './declared-code.ts'
import { callMissing, fileMissing, flagAmbiguous, flagMissing, symbolAmbiguous, symbolMissing } from './binder-diagnostics.ts'
import { coveringNode, headEnd, lineAt, linesOf } from './structure.ts'

/** A parsed file; trees of the few files that chapters speak of are kept. */
interface ParsedFile {
  readonly text: string
  readonly root: GoNode
}

/** What a walkthrough says about names: its aliases and its path. */
export type SourceNames = Pick<WalkthroughConfig, 'aliases' | 'path'>

/**
 * A binder that reads the source.
 *
 * @param accepted what was recorded before: a sparse tree does not hold every file a chapter may link to, and those
 *   recorded from a fuller one count as being there
 */
export async function sourceBinder(index: GoIndex, { aliases, path }: SourceNames, accepted: Lock): Promise<Binder> {
  const parser = await openParser()
  const hops = await findHops(index, aliases, path)
  const parsed = new Map<string, ParsedFile>()
  const open = (file: string): ParsedFile => {
    let known = parsed.get(file)
    if (known === undefined) {
      const text = index.text(file)
      known = { text, root: parser.parse(text).rootNode }
      parsed.set(file, known)
    }
    return known
  }
  const codeOf = (declaration: Declaration): DeclaredCode => {
    const { text, root } = open(declaration.file)
    return { declaration, text, node: coveringNode(root, declaration) }
  }
  const declarations = new Map<string, Declaration>()
  const lookUp = (text: string, place: AuthorPlace): Resolved<BoundSymbol> => {
    const result = resolveSymbol(index, aliases, text)
    if (result.kind === 'missing') return failed(symbolMissing(text, result.nearest, place))
    if (result.kind === 'ambiguous') return failed(symbolAmbiguous(text, result.candidates, place))
    const { declaration } = result
    declarations.set(declaration.symbol, declaration)
    return found({ symbol: declaration.symbol, record: recordOf(codeOf(declaration)) })
  }
  const declared = (bound: BoundSymbol): Declaration => declarations.get(bound.symbol) as Declaration

  return {
    kind: 'source',
    topLevel: index.tree.topLevel,
    symbol: lookUp,
    part: (bound, part, place) => resolvePart(codeOf(declared(bound)), part, place, bound.symbol),
    anchor: (bound, fragment) => resolveAnchor(codeOf(declared(bound)), fragment, bound.symbol),
    flag: (name, place) => lookUpFlag(index, open, name, place),
    file(path, place) {
      const canonical = canonicalPath(index, path)
      if ((canonical !== '' && existsSync(join(index.tree.root, canonical))) || accepted.files.includes(canonical)) return found(canonical)
      return failed(fileMissing(path, nearest(canonical, index.files.keys()), place))
    },
    hop(from, to, fromIndex, place) {
      const call = hops.get(hopKey(from.symbol, to.symbol))
      if (call === undefined) return failed(callMissing(from, to, place))
      const { file, line, status, through, how, via } = call
      return found({
        from: fromIndex,
        file,
        line,
        status,
        ...(through === undefined ? {} : { through }),
        ...(how === 'call' ? {} : { how }),
        ...(via === undefined ? {} : { via }),
      })
    },
    lines(file, first, last) {
      return open(file).text.split(/\r?\n/).slice(first - 1, last)
    },
  }
}

/** `vendor/k8s.io/x/y.go` and `staging/src/k8s.io/x/y.go` are one file; a link goes where it really is. */
function canonicalPath({ layout }: GoIndex, path: string): string {
  const clean = path.replace(/^\.\/|\/+$/g, '')
  if (/(?:^|\/)\.\.(?:\/|$)/.test(clean) || clean.startsWith('/')) return ''
  const folder = clean.slice(0, Math.max(0, clean.lastIndexOf('/')))
  return folder === '' ? clean : `${layout.canonicalFolder(folder)}/${clean.slice(folder.length + 1)}`
}

function recordOf({ declaration, text, node }: DeclaredCode): DeclarationRecord {
  const { kind, file, startLine, endLine, startOffset, signature } = declaration
  const [, head] = linesOf(text, { startOffset, endOffset: headEnd(node) })
  return { kind, file, lines: [startLine, endLine], headEnd: Math.min(head, endLine), signature: fingerprintOf(signature) }
}

/** Looks through the indexed files for the call that declares a flag; only files that hold its name are parsed. */
function lookUpFlag(index: GoIndex, open: (file: string) => ParsedFile, name: string, place: AuthorPlace): Resolved<CodePlace> {
  const places: CodePlace[] = []
  const names: string[] = []
  for (const [file, facts] of index.files) {
    if (facts.test) continue
    const holds = index.text(file).includes(JSON.stringify(name))
    if (!holds) continue
    const { text, root } = open(file)
    places.push(...findFlag(root, name).map((call) => ({ file, line: lineAt(text, call.startIndex) })))
  }
  const [only, ...others] = places
  if (only !== undefined && others.length === 0) return found(only)
  if (only !== undefined) return failed(flagAmbiguous(name, places, place))
  for (const [file, facts] of index.files) if (!facts.test && /Flags?\b/.test(index.text(file))) names.push(...flagNames(open(file).root))
  return failed(flagMissing(name, nearest(name, names), place))
}
