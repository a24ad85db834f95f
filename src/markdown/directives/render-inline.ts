import type { Element } from 'hast'
import type { TextDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import type { InlineView, Resolved } from '../../walkthrough/index.ts'
import type { Flag } from '../../options/model.ts'
import { flagCard } from '../options/index.ts'
import type { PageContext } from '../page-context.ts'
import { renderFile, renderFlag, renderInlineNotice, renderSymbol } from '../render/index.ts'
import { placeOf, readAttributes } from './read-attributes.ts'
import { outside } from './render-go.ts'

/** The roles that name a piece of code inside a sentence. */
export const INLINE_ROLES = ['sym', 'flag', 'file'] as const
export type InlineRole = (typeof INLINE_ROLES)[number]

/** `:sym[app.Complete]`, `:flag[--etcd-servers]`, `:file[go.mod]` as a code span that leads to its place. */
export function renderInline(directive: TextDirective, role: InlineRole, context: PageContext): Element {
  const place = placeOf(directive, context.file)
  const { values, diagnostics } = readAttributes(directive, place, ['as'])
  context.report(diagnostics)
  const text = toString(directive).trim()
  const label = values.as ?? text
  if (text === '') {
    context.report([
      {
        code: 'role-empty',
        severity: 'error',
        message: `The role "${role}" names nothing.`,
        ...place,
        expected: `:${role}[name]`,
        found: `:${role}`,
        fix: 'Put the name between square brackets.',
      },
    ])
    return renderInlineNotice({ label: `:${role}`, detail: 'names nothing' })
  }
  const { book } = context
  if (book === undefined) {
    const diagnostic = outside(directive, context)
    context.report([diagnostic])
    return renderInlineNotice({ label, detail: diagnostic.message })
  }
  const resolved: Resolved<InlineView> =
    role === 'sym'
      ? book.symbol(text, place)
      : role === 'flag'
        ? book.flag(text.replace(/^-+/, ''), place)
        : book.file(text, place)
  context.report(resolved.diagnostics)
  if (resolved.kind === 'failed') return renderInlineNotice({ label, detail: resolved.diagnostics[0].message })
  const { url, file, line } = resolved.value
  const declared = role === 'sym' ? book.linker?.symbol(text) : undefined
  if (declared !== undefined) {
    const { address, card } = declared
    const href = address === undefined ? url : context.codeHref(address)
    return renderSymbol({ label, href, to: address === undefined ? 'host' : 'page', card: card && context.cards.add(card) })
  }
  if (role === 'flag') {
    const flag = flagOf(text, context)
    if (flag !== undefined) return renderFlag({ label, href: explorerHref(text, context), to: 'page', card: context.cards.add(flagCard(flag, context.languageTag)) })
  }
  const link = { label, href: url, title: line === undefined ? file : `${file}:${line}` }
  return role === 'sym' ? renderSymbol(link) : role === 'flag' ? renderFlag(link) : renderFile(link)
}

/** Address of a flag in the explorer, which says more than its declaration; undefined where it is not told about. */
export function explorerHref(text: string, context: Pick<PageContext, 'options'>): string | undefined {
  const flag = flagOf(text, context)
  return flag === undefined ? undefined : `${context.options?.hrefOf('flags') ?? ''}#--${flag.name}`
}

function flagOf(text: string, { options }: Pick<PageContext, 'options'>): Flag | undefined {
  const name = text.replace(/^-+/, '')
  return options?.outcome.flags.find((one) => one.name === name)
}
