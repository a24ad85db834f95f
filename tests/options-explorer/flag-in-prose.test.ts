import { toHtml } from 'hast-util-to-html'
import type { TextDirective } from 'mdast-util-directive'
import { describe, expect, it } from 'vitest'
import type { PageContext } from '../../src/markdown/index.ts'
import { renderInline } from '../../src/markdown/directives/render-inline.ts'
import { cardList } from '../../src/markdown/render/index.ts'
import { outcome } from './fixture.ts'

const directive = (text: string): TextDirective => ({ type: 'textDirective', name: 'flag', attributes: {}, children: [{ type: 'text', value: text }] })

function rendered(text: string): { html: string; cards: readonly { signature: string }[] } {
  const cards = cardList()
  const context = {
    file: 'content/docs/lighthouse/walk.md',
    languageTag: 'en',
    cards,
    options: { outcome, withSource: true, codeUrl: () => undefined, hrefOf: (page: string) => `../${page}/` },
    book: { flag: () => ({ kind: 'found', value: { url: 'https://code.example/#L1', file: 'app/serving.go', line: 1 }, diagnostics: [] }) },
    report: () => undefined,
  } as unknown as PageContext
  return { html: toHtml(renderInline(directive(text), 'flag', context)), cards: cards.cards }
}

describe('a flag in prose', () => {
  it('leads to its entry in the explorer, and has a card', () => {
    const { html, cards } = rendered('--port')
    expect(html).toContain('data-to="page"')
    expect(html).toContain('data-card="0"')
    expect(html).toContain('href="../flags/#--port"')
    expect(cards.map(({ signature }) => signature)).toEqual(['--port, -p int (default 8001)'])
  })

  it('leads to the code where the explorer does not tell of it', () => {
    const { html, cards } = rendered('--other')
    expect(html).toContain('href="https://code.example/#L1"')
    expect(cards).toEqual([])
  })
})
