import type { Element } from 'hast'
import { h } from 'hastscript'
import { renderDoc } from '../../golang/doc/index.ts'
import { breakable, cardList, linkNames, renderCardsPlace, renderExcerpt } from '../../markdown/render/index.ts'
import { countUses, USE_IDS, type DeclarationView, type MemberView, type UseGroup } from '../../walkthrough/index.ts'
import { breadcrumbs, codeLink, hrefOfWay, type CodeContext } from './code-context.ts'
import { renderFoldedUses, renderUses } from './render-uses.ts'

/** A page about a declaration, from its breadcrumbs down. Everything the source says is text. */
export function renderDeclaration(view: DeclarationView, context: CodeContext): Element[] {
  const { strings } = context
  const { declaration, name, packageName, packageAddress } = view
  return [
    breadcrumbs([{ label: declaration.importPath, address: packageAddress }, ...(view.owner === undefined ? [] : [{ label: view.owner.name, address: view.owner.address }])], context),
    h('h1', { id: '_top', class: 'wm-page-title wm-code-title', translate: 'no' }, breakable(name)),
    h('p', { class: 'wm-code-kind' }, strings.inPackage(strings.kinds[declaration.kind], packageName)),
    h('pre', { class: 'wm-signature not-content', tabIndex: 0, role: 'group', ariaLabel: name, translate: 'no' }, h('code', declaration.signature)),
    ...(declaration.doc === '' && declaration.comment === '' ? [] : [docOf(declaration, context)]),
    ...renderTwins(view, context),
    h('h2', { id: 'source-code' }, strings.source),
    ...renderSource(view, context),
    ...renderMembers(view, context),
    ...renderUse(view, context),
    ...renderMentions(view, context),
  ]
}

function docOf({ doc, comment, importPath, file }: Pick<DeclarationView['declaration'], 'doc' | 'comment' | 'importPath' | 'file'>, context: CodeContext): Element {
  const { strings, pages } = context
  const hrefOf = (name: Parameters<typeof pages.docWay>[1]): string | undefined => {
    const way = pages.docWay({ importPath, file }, name)
    return way && hrefOfWay(way, context)
  }
  return h('div', { class: 'wm-doc', lang: 'en' }, renderDoc(doc === '' ? comment : doc, { hrefOf, headingLevel: 3, deprecated: strings.deprecated }))
}

function renderSource({ source, names, address }: DeclarationView, { hrefOf, excerptStrings, highlight, keepCards }: CodeContext): Element[] {
  const list = cardList()
  const [links = []] = linkNames([{ view: source, names }], { hrefOf: (to) => (to === address ? undefined : hrefOf(to)), cards: list })
  const excerpt = renderExcerpt(source, { notes: [], strings: excerptStrings, highlight, links })
  return [excerpt, ...(list.cards.length === 0 ? [] : [renderCardsPlace(keepCards(list.cards))])]
}

function renderMembers(view: DeclarationView, context: CodeContext): Element[] {
  const { strings } = context
  const own = view.members.filter(({ kind }) => kind !== 'method' && kind !== 'imethod')
  const methods = view.members.filter(({ kind }) => kind === 'method' || kind === 'imethod')
  const ownTitle = view.declaration.kind === 'type' ? strings.members.fields : strings.members.group
  return [
    ...memberList('fields', ownTitle, own, view, context),
    ...memberList('methods', strings.members.methods, methods, view, context),
  ]
}

function memberList(id: string, title: string, members: readonly MemberView[], view: DeclarationView, context: CodeContext): Element[] {
  if (members.length === 0) return []
  const { declaration, source } = view
  const item = (member: MemberView): Element => {
    const { id: fragment, signature, doc, line, uses } = member
    const way = fragment === undefined ? member : { address: `${view.address}#${source.id}-L${line}`, url: undefined }
    return h('li', fragment === undefined ? {} : { id: fragment }, [
      h('div', { class: 'wm-member' }, codeLink(signature, way, context)),
      ...(doc === '' ? [] : [docOf({ ...declaration, doc }, context)]),
      ...renderFoldedUses(uses, context),
    ])
  }
  return [h('h2', { id: `its-${id}` }, title), h('ul', { class: 'wm-members', role: 'list' }, members.map(item))]
}

function renderUse({ uses, callers, callees, declaration }: DeclarationView, context: CodeContext): Element[] {
  const { strings } = context
  const isCalled = declaration.kind === 'func' || declaration.kind === 'method'
  const others = isCalled ? without(uses, callers) : uses
  const total = countUses(callers) + countUses(others)
  const part = (id: string, title: string, groups: readonly UseGroup[]): Element[] => (groups.length === 0 ? [] : [h('h3', { id }, title), renderUses(groups, context)])
  return [
    h('h2', { id: USE_IDS.used }, strings.used(total)),
    ...(total === 0 ? [h('p', strings.unused)] : []),
    ...(isCalled ? [...part(USE_IDS.calledBy, strings.calledBy(countUses(callers)), callers), ...part(USE_IDS.alsoNamed, strings.alsoNamed(countUses(others)), others)] : total === 0 ? [] : [renderUses(others, context)]),
    ...(callees.length === 0 ? [] : [h('h2', { id: USE_IDS.calls }, strings.calls(callees.length)), renderUses(callees, context)]),
    h('p', { class: 'wm-counted' }, strings.counted),
  ]
}

/** Uses on lines that are not among the others. */
function without(uses: readonly UseGroup[], others: readonly UseGroup[]): UseGroup[] {
  const told = new Set(others.flatMap(({ file, lines }) => lines.map(({ line }) => `${file}:${line}`)))
  return uses.map((group) => ({ ...group, lines: group.lines.filter(({ line }) => !told.has(`${group.file}:${line}`)) })).filter(({ lines }) => lines.length > 0)
}

function renderMentions({ mentions }: DeclarationView, context: CodeContext): Element[] {
  const { strings, chapterOf } = context
  const rows = new Map<string, { title: string; told: string; hrefs: string[] }>()
  for (const mention of mentions) {
    const chapter = chapterOf(mention)
    if (chapter === undefined) continue
    const row = rows.get(`${chapter.title} ${mention.kind}`) ?? { title: chapter.title, told: strings.mention[mention.kind], hrefs: [] }
    rows.set(`${chapter.title} ${mention.kind}`, row)
    row.hrefs.push(chapter.href)
  }
  const items = [...rows.values()].map(({ title, told, hrefs: [first, ...others] }) =>
    h('li', [
      h('a', { href: first }, title),
      ' ',
      h('span', { class: 'wm-mention' }, told),
      ...others.flatMap((href, index) => [' ', h('a', { href, ariaLabel: `${index + 2}: ${title}` }, `${index + 2}`)]),
    ]),
  )
  return items.length === 0 ? [] : [h('h2', { id: 'in-chapters' }, strings.chapters), h('ul', { class: 'wm-mentions', role: 'list' }, items)]
}

function renderTwins({ twins }: DeclarationView, context: CodeContext): Element[] {
  if (twins.length === 0) return []
  const links = twins.flatMap((twin, index) => [...(index === 0 ? [] : [', ']), codeLink(`${twin.file}:${twin.line}`, twin, context)])
  return [h('p', { class: 'wm-twins' }, [`${context.strings.twins}: `, ...links])]
}
