import { describe, expect, it } from 'vitest'
import { codeNotice } from '../../src/site/footer/code-notice.ts'
import { blockName } from '../../src/site/integration/labelled-blocks.ts'
import { keyAction, type PressedKey } from '../../src/site/keys/key-action.ts'
import { nextTheme } from '../../src/site/theme/next-theme.ts'

const key = (name: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
})
const free = { typing: false, dialogOpen: false }

describe('keys', () => {
  it('ask for what the list of keys says', () => {
    expect(['n', 'p', '/', '?', 'x', 'Enter'].map((name) => keyAction(key(name), free))).toEqual(['next', 'previous', 'search', 'help', undefined, undefined])
  })

  it('are left to whoever else wants them', () => {
    const taken = [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }, { defaultPrevented: true }]
    expect(taken.map((more) => keyAction(key('n', more), free))).toEqual(taken.map(() => undefined))
    expect(keyAction(key('n'), { typing: true, dialogOpen: false })).toBeUndefined()
    expect(keyAction(key('n'), { typing: false, dialogOpen: true })).toBeUndefined()
  })
})

describe('the theme button', () => {
  it('shows the other theme, and remembers it only where the system would choose otherwise', () => {
    expect(nextTheme('light', 'light')).toEqual({ show: 'dark', remember: 'dark' })
    expect(nextTheme('dark', 'light')).toEqual({ show: 'light', remember: undefined })
    expect(nextTheme('dark', 'dark')).toEqual({ show: 'light', remember: 'light' })
  })
})

describe('the licence note', () => {
  const license = { name: 'BSD', url: 'https://license.example/', holder: 'The Authors' }
  const strings = { pinned: '{{commit}}: © {{holder}} ({{license}})', here: '© {{holder}}, {{unknown}}', elsewhere: '© {{holder}}, {{version}}' }
  const folder = { license, commit: undefined, version: 'v2', isHere: true }

  it('links licence and commit, in the order a language wants them', () => {
    expect(codeNotice({ ...folder, commit: { id: 'abcdef0123456789', url: 'https://c.example/' } }, strings)).toEqual([
      { text: 'abcdef012345', href: 'https://c.example/' },
      { text: ': © ' },
      { text: 'The Authors' },
      { text: ' (' },
      { text: 'BSD', href: 'https://license.example/' },
      { text: ')' },
    ])
  })

  it('says the commit without a link where it has no address, and of a folder elsewhere the version', () => {
    expect(codeNotice({ ...folder, commit: { id: 'abcdef0123456789', url: undefined } }, strings)[0]).toEqual({ text: 'abcdef012345' })
    expect(codeNotice({ ...folder, isHere: false }, strings).map(({ text }) => text).join('')).toBe('© The Authors, v2')
  })

  it('leaves an unknown name standing, so that it is seen', () => {
    expect(codeNotice(folder, strings).map(({ text }) => text).join('')).toBe('© The Authors, {{unknown}}')
  })
})

describe('a block of code', () => {
  it('is named by its language and its first line', () => {
    expect(blockName('sh', '\n  go run . --port=1\nsecond')).toBe('sh: go run . --port=1')
    expect(blockName('text', 'x'.repeat(80))).toBe(`text: ${'x'.repeat(60)}…`)
  })
})
