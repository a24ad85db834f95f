import { child, children, type Syntax } from '../../golang/resolve/syntax.ts'
import type { GoFile } from './go-file.ts'
import type { Piece } from './split-file.ts'

/** A declaration at package level. */
export type Decl =
  | { readonly kind: 'func'; readonly name: string; readonly file: GoFile; readonly node: Syntax; readonly pointerReceiver: boolean }
  | { readonly kind: 'type'; readonly name: string; readonly file: GoFile; readonly spec: Syntax }
  | {
      readonly kind: 'const' | 'var'
      readonly name: string
      readonly file: GoFile
      readonly nameNode: Syntax
      readonly type: Syntax | undefined
      readonly values: readonly Syntax[]
      /** Which of the names of its spec it is, and of how many. */
      readonly index: number
      readonly count: number
      readonly iota: number
    }

/** A function or method. */
export type FuncDecl = Extract<Decl, { kind: 'func' }>

/** The files of one package that are built for linux on amd64. */
export interface GoPackage {
  readonly importPath: string
  readonly name: string
  readonly folder: string
  readonly files: readonly GoFile[]
  find(name: string): Decl | undefined
  method(typeName: string, name: string): FuncDecl | undefined
  /** Its `init` functions, in order of files. */
  inits(): readonly FuncDecl[]
}

/** Told of declarations that could not be read whole. */
export type BrokenListener = (file: GoFile, offset: number) => void

/** A package of files in one folder. */
export function goPackage(importPath: string, name: string, folder: string, files: readonly GoFile[], onBroken: BrokenListener): GoPackage {
  const found = new Map<string, Decl | undefined>()
  const told = new Set<Piece>()
  const read = (file: GoFile, piece: Piece): Syntax | undefined => {
    const { node, broken } = file.parse(piece)
    if (broken !== undefined && !told.has(piece)) {
      told.add(piece)
      onBroken(file, broken)
    }
    return node
  }
  const search = (wanted: string): Decl | undefined => {
    for (const file of files) {
      if (!file.text.includes(wanted)) continue
      for (const piece of file.pieces()) {
        if (piece.receiver !== undefined || !piece.names.includes(wanted)) continue
        const node = read(file, piece)
        const decl = node === undefined ? undefined : declarationIn(node, wanted, file)
        if (decl !== undefined) return decl
      }
    }
    return undefined
  }
  const functions = (receiver: string | undefined, wanted: string): FuncDecl[] =>
    files.flatMap((file) => {
      if (!file.text.includes(wanted)) return []
      const pieces = file.pieces().filter((piece) => piece.keyword === 'func' && piece.receiver === receiver && piece.names[0] === wanted)
      return pieces.flatMap((piece) => {
        const node = read(file, piece)
        return node === undefined ? [] : [functionIn(node, wanted, file)]
      })
    })
  const methods = new Map<string, FuncDecl | undefined>()
  return {
    importPath,
    name,
    folder,
    files,
    find(wanted) {
      if (!found.has(wanted)) found.set(wanted, search(wanted))
      return found.get(wanted)
    },
    method(typeName, wanted) {
      const key = `${typeName}.${wanted}`
      if (!methods.has(key)) methods.set(key, functions(typeName, wanted)[0])
      return methods.get(key)
    },
    inits: () => functions(undefined, 'init'),
  }
}

function functionIn(node: Syntax, name: string, file: GoFile): FuncDecl {
  const receiver = child(node, 'receiver')?.kids[0]
  const type = receiver === undefined ? undefined : child(receiver, 'type')
  return { kind: 'func', name, file, node, pointerReceiver: type?.type === 'pointer_type' }
}

function declarationIn(node: Syntax, wanted: string, file: GoFile): Decl | undefined {
  switch (node.type) {
    case 'function_declaration':
      return functionIn(node, wanted, file)
    case 'type_declaration': {
      const spec = node.kids.find((kid) => child(kid, 'name')?.text === wanted)
      return spec === undefined ? undefined : { kind: 'type', name: wanted, file, spec }
    }
    case 'const_declaration':
    case 'var_declaration':
      return valueIn(node, wanted, file)
    default:
      return undefined
  }
}

/** Specs of a `const` or `var` declaration; a constant without values repeats those before it (Go spec, "Iota"). */
export function valueSpecs(node: Syntax): { names: Syntax[]; type: Syntax | undefined; values: readonly Syntax[]; iota: number }[] {
  const specs: { names: Syntax[]; type: Syntax | undefined; values: readonly Syntax[]; iota: number }[] = []
  const nodes = node.kids.flatMap((kid) => (kid.type === 'var_spec_list' ? kid.kids : [kid])).filter(({ type }) => type.endsWith('_spec'))
  for (const spec of nodes) {
    const before = specs.at(-1)
    const type = child(spec, 'type')
    const values = child(spec, 'value')?.kids ?? []
    const repeats = node.type === 'const_declaration' && type === undefined && values.length === 0 && before !== undefined
    specs.push({ names: children(spec, 'name'), iota: specs.length, ...(repeats ? { type: before.type, values: before.values } : { type, values }) })
  }
  return specs
}

function valueIn(node: Syntax, wanted: string, file: GoFile): Decl | undefined {
  for (const { names, type, values, iota } of valueSpecs(node)) {
    const index = names.findIndex(({ text }) => text === wanted)
    if (index === -1) continue
    const kind = node.type === 'const_declaration' ? 'const' : 'var'
    return { kind, name: wanted, file, nameNode: names[index]!, type, values, index, count: names.length, iota }
  }
  return undefined
}
