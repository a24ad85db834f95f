import type { Declaration } from './declaration.ts'
import type { Meaning } from './call-scope.ts'
import type { GoIndex } from './go-index.ts'
import type { GoNode } from './go-node.ts'
import { holdsOnLinux } from './evaluate-constraint.ts'

/** A named type of an indexed package, or a pointer to one. */
export interface TypeRef {
  readonly declaration: Declaration
}

/** Names and types as one file sees them: through its imports and its package. */
export interface FileTypes {
  /** What a name at package level stands for. */
  named(name: string): Meaning
  /** Import path behind a package qualifier; undefined when no import has this name. */
  importOf(name: string): string | undefined
  inPackage(importPath: string, name: string): Meaning
  fromNode(type: GoNode): TypeRef | undefined
  /** Type of a field or variable, or of one result of a function, as its declaration writes it. */
  declared(declaration: Declaration, result: number): TypeRef | undefined
  /** Field or method of a type, promoted ones included (Go spec, "Selectors"). */
  member(type: TypeRef, name: string): Meaning
}

const DEEPEST_EMBEDDING = 12

/** The view of one indexed file. */
export function fileTypes(index: GoIndex, file: string): FileTypes {
  const facts = index.files.get(file)
  const own = facts?.importPath ?? ''
  const imports = facts?.imports ?? []

  const single = (symbol: string): Meaning => {
    const all = index.bySymbol(symbol, { tests: facts?.test === true })
    const built = all.filter(({ buildConstraint }) => holdsOnLinux(buildConstraint))
    const [declaration, ...others] = built.length > 0 ? built : all
    if (declaration === undefined) return { kind: 'elsewhere' }
    return others.length === 0 ? { kind: 'declaration', declaration } : { kind: 'unknown' }
  }
  const inPackage = (importPath: string, name: string): Meaning => single(`${importPath}.${name}`)

  const named = (name: string): Meaning => {
    const here = inPackage(own, name)
    if (here.kind !== 'elsewhere') return here
    for (const { alias, path } of imports) {
      if (alias !== '.') continue
      const there = inPackage(path, name)
      if (there.kind === 'declaration' || index.packageName(path) === undefined) return there.kind === 'declaration' ? there : { kind: 'unknown' }
    }
    return here
  }

  const importOf = (name: string): string | undefined =>
    imports.find(({ alias, path }) => (alias ?? index.packageName(path) ?? likelyName(path)) === name)?.path

  const fromText = (text: string): TypeRef | undefined => {
    const match = /^[\s*(]*(?:([\p{L}_][\p{L}\p{Nd}_]*)\s*\.\s*)?([\p{L}_][\p{L}\p{Nd}_]*)\s*(\[[^{}]*\])?[\s)]*$/su.exec(text)
    const name = match?.[2]
    if (match === null || name === undefined) return undefined
    const [, qualifier] = match
    const importPath = qualifier === undefined ? undefined : importOf(qualifier)
    if (qualifier !== undefined && importPath === undefined) return undefined
    const meaning = importPath === undefined ? named(name) : inPackage(importPath, name)
    if (meaning.kind !== 'declaration' || meaning.declaration.kind !== 'type') return undefined
    return followAlias(meaning.declaration)
  }

  /** `type A = B` is B. */
  const followAlias = (declaration: Declaration, depth = 0): TypeRef | undefined => {
    const target = /^type\s+\S+\s*(?:\[[^\]]*\]\s*)?=\s*(.+)$/s.exec(declaration.signature)?.[1]
    if (target === undefined || depth > DEEPEST_EMBEDDING) return { declaration }
    return viewOf(declaration.file).written(target)
  }

  const viewOf = (other: string): FileTypes & { readonly written: (text: string) => TypeRef | undefined } =>
    other === file ? view : (fileTypes(index, other) as typeof view)

  const member = (type: TypeRef, name: string): Meaning => {
    let level: Declaration[] = [type.declaration]
    const seen = new Set<string>()
    for (let depth = 0; depth < DEEPEST_EMBEDDING && level.length > 0; depth++) {
      const found = level.map(({ symbol }) => single(`${symbol}.${name}`)).filter(({ kind }) => kind !== 'elsewhere')
      const [only, ...others] = found
      if (only !== undefined) return others.length === 0 ? only : { kind: 'unknown' }
      const next: Declaration[] = []
      for (const declaration of level) {
        if (seen.has(declaration.symbol)) continue
        seen.add(declaration.symbol)
        // A type defined by another one has its fields, an interface its methods: more than the signature tells.
        if (!/\s(struct|interface)$/.test(declaration.signature)) return { kind: 'unknown' }
        if (declaration.signature.endsWith(' interface')) return { kind: 'unknown' }
        for (const embedded of index.package(declaration.importPath, { tests: declaration.test })) {
          if (!embedded.embedded || embedded.owner !== declaration.name) continue
          const ref = viewOf(embedded.file).written(embedded.signature)
          // What is embedded but not indexed may have the name: nothing deeper can be proven then.
          if (ref === undefined) return { kind: 'unknown' }
          next.push(ref.declaration)
        }
      }
      level = next
    }
    return { kind: 'unknown' }
  }

  const declared = (declaration: Declaration, result: number): TypeRef | undefined => {
    const { kind, name, signature } = declaration
    const written = viewOf(declaration.file).written
    if (kind === 'field') return written(declaration.embedded ? signature : signature.slice(name.length))
    if (kind === 'var' || kind === 'const') return written(signature.slice(kind.length + 1 + name.length))
    if (kind === 'type') return undefined
    const text = resultType(signature, kind, result)
    return text === undefined ? undefined : written(text)
  }

  const view = {
    named,
    importOf,
    inPackage,
    fromNode: (type: GoNode) => fromText(type.text),
    written: fromText,
    declared,
    member,
  }
  return view
}

/** Name a package most likely has when its files are not at hand: the last element of its path without a version. */
function likelyName(path: string): string {
  const last = path.replace(/\/v\d+$/, '').split('/').at(-1) ?? path
  return last.replace(/\.v\d+$/, '').replace(/^go-|[.-]go$/g, '').replaceAll('-', '_')
}

/** Text of the type of one result in a signature on one line; undefined when there is no such result. */
function resultType(signature: string, kind: Declaration['kind'], result: number): string | undefined {
  let at = 0
  // Receiver, type parameters and parameters are bracketed groups before the results.
  const groups = kind === 'method' ? 2 : 1
  for (let group = 0; group < groups; group++) {
    at = signature.indexOf('(', at)
    if (at === -1) return undefined
    at = closing(signature, at) + 1
  }
  const rest = signature.slice(at).trim()
  if (!rest.startsWith('(')) return result === 0 && rest !== '' ? rest : undefined
  const parts = splitTopLevel(rest.slice(1, closing(rest, 0)))
  const words = parts.map((part) => part.trim())
  // Results are named when any of them is: then `a, b T` gives both the type T.
  const isNamed = words.some((word) => /^[\p{L}_][\p{L}\p{Nd}_]*\s+\S/u.test(word) && !/^(func|chan|map|struct|interface)\b/.test(word))
  if (!isNamed) return words[result]
  for (const word of words.slice(result)) {
    const type = /^[\p{L}_][\p{L}\p{Nd}_]*\s+(.+)$/su.exec(word)?.[1]
    if (type !== undefined) return type
  }
  return undefined
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if ('([{'.includes(text[at] ?? '')) depth++
    else if (')]}'.includes(text[at] ?? '') && --depth === 0) return at
  }
  return text.length
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth--
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}
