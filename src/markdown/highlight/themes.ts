import type { ThemeRegistrationRaw } from 'shiki/core'
import { palettes, type Palette } from './palette.ts'
import { TOKEN_KINDS, type TokenKind } from './token.ts'

/** Which scopes of a TextMate grammar a kind covers; a later or longer scope wins, as TextMate has it. */
const SCOPES: Readonly<Record<TokenKind, readonly string[]>> = {
  comment: ['comment', 'punctuation.definition.comment'],
  keyword: ['keyword', 'storage.modifier', 'storage.type.function'],
  string: ['string', 'punctuation.definition.string', 'constant.other.rune'],
  number: ['constant.numeric', 'keyword.other.unit'],
  type: ['entity.name.type', 'storage.type', 'support.type', 'entity.name.tag'],
  function: ['entity.name.function', 'support.function'],
  constant: ['constant.language', 'constant.character.escape', 'constant.other.placeholder'],
}

/** Stays ink, also inside what a broader rule would paint. */
const INK_SCOPES = ['keyword.operator', 'punctuation.separator', 'meta.brace']

/** A Shiki theme that gives each kind a colour. The same rules serve every block of code on the site. */
export function createTheme(
  name: string,
  type: 'light' | 'dark',
  colors: Pick<Palette, 'paper' | 'ink' | 'tokens'>,
): ThemeRegistrationRaw {
  return {
    name,
    type,
    colors: { 'editor.background': colors.paper, 'editor.foreground': colors.ink },
    settings: [
      { settings: { background: colors.paper, foreground: colors.ink } },
      ...TOKEN_KINDS.map((kind) => ({ scope: [...SCOPES[kind]], settings: { foreground: colors.tokens[kind] } })),
      { scope: INK_SCOPES, settings: { foreground: colors.ink } },
    ],
  }
}

/** Code on light paper. */
export const waymarkLight = createTheme('waymark-light', 'light', palettes.light)

/** Code on dark paper. */
export const waymarkDark = createTheme('waymark-dark', 'dark', palettes.dark)
