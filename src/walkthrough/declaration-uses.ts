import type { Declaration, GoIndex } from '../golang/index.ts'
import type { CallEdge, Use } from '../golang/references/index.ts'
import type { LinesUrl } from './book.ts'
import type { DeclarationAddresses } from './declaration-address.ts'
import type { UseGroup, UseLine, Way } from './declaration-view.ts'
import { lineOnPage } from './declaration-source.ts'

/** What grouping uses needs to know. */
export interface UseContext {
  readonly index: GoIndex
  readonly addresses: DeclarationAddresses
  readonly linesUrl: LinesUrl
  /** Whether the declaration of a symbol has a page in this site. */
  readonly hasPage: (symbol: string) => boolean
  /** Whether a page shows this declaration: of those that are written for several systems it shows one. */
  readonly isShown: (declaration: Declaration) => boolean
  /** How a reader calls a symbol. */
  readonly labelOf: (symbol: string) => string
}

type Spot = Pick<Use, 'file' | 'line' | 'inside'> & { readonly through: string | undefined }

/** Uses by the declaration they stand in, in the order they come in; lines that hold several count once. */
export function groupUses(uses: readonly Use[], context: UseContext): UseGroup[] {
  return groupSpots(uses.map((use) => ({ ...use, through: undefined })), context)
}

/** Calls by who makes them. */
export function groupCallers(edges: readonly CallEdge[], context: UseContext): UseGroup[] {
  return groupSpots(edges.map((edge) => ({ ...edge, inside: edge.caller })), context)
}

function groupSpots(spots: readonly Spot[], context: UseContext): UseGroup[] {
  const groups = new Map<string, { inside: string | undefined; file: string; lines: Map<number, UseLine> }>()
  for (const { inside, file, line, through } of spots) {
    const key = `${inside ?? ''}\0${file}`
    const group = groups.get(key) ?? { inside, file, lines: new Map<number, UseLine>() }
    groups.set(key, group)
    if (!group.lines.has(line)) group.lines.set(line, { line, through, ...wayToLine(inside, file, line, context) })
  }
  return [...groups.values()].map(({ inside, file, lines }) => ({
    label: inside === undefined ? file.slice(file.lastIndexOf('/') + 1) : context.labelOf(inside),
    file,
    lines: [...lines.values()],
    ...wayTo(inside, file, context),
  }))
}

/** Callees of a declaration: each once, with the lines where it is called; `wayOf` knows what stands at a place of the source. */
export function groupCallees(edges: readonly CallEdge[], wayOf: (edge: CallEdge) => Way, context: UseContext): UseGroup[] {
  const groups = new Map<string, { edge: CallEdge; lines: Map<number, UseLine> }>()
  for (const edge of edges) {
    const group = groups.get(edge.callee) ?? { edge, lines: new Map<number, UseLine>() }
    groups.set(edge.callee, group)
    const { line, through } = edge
    if (!group.lines.has(line)) group.lines.set(line, { line, through, ...wayToLine(edge.caller, edge.file, line, context) })
  }
  return [...groups].map(([callee, { edge, lines }]) => ({ label: context.labelOf(callee), file: edge.file, lines: [...lines.values()], ...wayOf(edge) }))
}

function wayTo(symbol: string | undefined, file: string, { index, addresses, linesUrl, hasPage }: UseContext): Way {
  const declarations = symbol === undefined ? [] : index.bySymbol(symbol)
  const declaration = declarations.find((one) => one.file === file) ?? declarations[0]
  if (declaration === undefined) return { address: undefined, url: linesUrl(file, 1, 1)?.replace(/#.*$/, '') }
  const head = addresses.head(declaration)
  return {
    address: hasPage(head.symbol) ? addresses.of(declaration) : undefined,
    url: linesUrl(declaration.file, declaration.startLine, declaration.endLine),
  }
}

/** A line on the page that shows it, else on the code host. */
function wayToLine(symbol: string | undefined, file: string, line: number, { index, addresses, linesUrl, isShown }: UseContext): Way {
  const declaration = symbol === undefined ? undefined : index.bySymbol(symbol).find((one) => one.file === file)
  const head = declaration && addresses.head(declaration)
  const shown = head !== undefined && head.file === file && isShown(head) ? lineOnPage(head, line) : undefined
  return { address: shown && head && `${addresses.of(head)}#${shown}`, url: linesUrl(file, line, line) }
}
