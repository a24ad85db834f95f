import { child, children, isIdentifier, type Reference, type ResolvedFile, type Syntax } from '../resolve/index.ts'
import { declaredParts } from './declared-parts.ts'

/** What an identifier does where it stands. */
export interface Role {
  readonly reference: Reference
  /** Full symbol of the declaration at package level around it. */
  readonly inside: string | undefined
  /** It is called. */
  readonly called: boolean
  /** See `CallEdge.through`. */
  readonly through: string | undefined
  /** The field that this function or method is put into as a value. */
  readonly putInto: string | undefined
}

interface Open {
  readonly node: Syntax
  readonly through: string | undefined
}

/** What each identifier of a file does, in order of the text. Walks without recursion: syntax may be deep. */
export function readRoles({ importPath, text, nodes, identifiers, references }: ResolvedFile): Role[] {
  const byStart = new Map<number, Reference>()
  for (const [index, name] of identifiers.entries()) if (isIdentifier(name)) byStart.set(name.start, references[index]!)
  const meaning = (node: Syntax): Reference | undefined => (isIdentifier(node) ? byStart.get(node.start) : undefined)

  const roles: Role[] = []
  for (const node of nodes) {
    for (const { symbol, syntax } of declaredParts(node, importPath)) {
      const called = new Set<Syntax>()
      const putInto = new Map<Syntax, string>()
      const holders = new Map<Syntax, string>()
      /** What is written in a field: a closure is held by it, a function or method named there is put into it. */
      const put = (value: Syntax | undefined, key: string, field: Syntax | undefined): void => {
        const written = bare(value)
        if (written?.type === 'func_literal') holders.set(written, key)
        const name = written === undefined ? undefined : nameOf(written, meaning)
        if (name !== undefined && field !== undefined && meaning(field)?.target?.kind === 'field') putInto.set(name, key)
      }
      const open: Open[] = [{ node: syntax, through: undefined }]
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        const { node: here } = at
        const reference = meaning(here)
        if (reference !== undefined) {
          roles.push({ reference, inside: symbol, called: called.has(here), through: at.through, putInto: putInto.get(here) })
        }
        if (here.type === 'call_expression' || here.type === 'type_conversion_expression') {
          const name = nameOf(child(here, 'function') ?? child(here, 'type'), meaning)
          if (name !== undefined) called.add(name)
        } else if (here.type === 'keyed_element') {
          const key = bare(child(here, 'key'))
          if (key !== undefined) put(child(here, 'value'), text.slice(key.start, key.end), key)
        } else if (here.type === 'assignment_statement') {
          const values = child(here, 'right')?.kids ?? []
          for (const [index, left] of (child(here, 'left')?.kids ?? []).entries()) {
            const field = left.type === 'selector_expression' ? child(left, 'field') : undefined
            if (field !== undefined) put(values[index], field.text, field)
          }
        }
        const through = holders.get(here) ?? at.through
        for (let index = here.kids.length - 1; index >= 0; index--) open.push({ node: here.kids[index]!, through })
      }
    }
  }
  return roles
}

/** A value without the nodes and parentheses that only wrap it. */
function bare(node: Syntax | undefined): Syntax | undefined {
  let at = node
  while (at?.type === 'literal_element' || at?.type === 'parenthesized_expression') at = at.kids[0]
  return at
}

/** What is indexed and never instantiated: `table[0]` is none of these. */
const VALUES: ReadonlySet<string> = new Set(['var', 'local', 'param', 'field', 'const'])

/** The identifier that names what an expression is: the function's of `pkg.F`, `x.y.M`, `F[int]`; undefined for others. */
function nameOf(node: Syntax | undefined, meaning: (node: Syntax) => Reference | undefined): Syntax | undefined {
  let at = bare(node)
  let isIndexed = false
  const named = (name: Syntax | undefined): Syntax | undefined => (isIndexed && name !== undefined && VALUES.has(meaning(name)?.target?.kind ?? '') ? undefined : name)
  for (;;) {
    switch (at?.type) {
      case 'identifier':
      case 'type_identifier':
      case 'field_identifier':
        return named(at)
      case 'selector_expression':
        return named(child(at, 'field'))
      case 'qualified_type':
        return named(child(at, 'name'))
      case 'index_expression':
        isIndexed = true
        at = bare(child(at, 'operand'))
        break
      case 'generic_type':
        at = bare(child(at, 'type'))
        break
      case 'type_instantiation_expression':
      case 'parenthesized_type':
        at = bare(children(at, 'type')[0] ?? at.kids[0])
        break
      default:
        return undefined
    }
  }
}
