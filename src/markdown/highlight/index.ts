/**
 * Colour for code: Go split into tokens of a few kinds, and the pair of Shiki themes that paints the same kinds the same
 * way in every other block of code on the site.
 *
 * Tokens carry a kind, not a colour: the page turns it into a class, and the stylesheet into a colour for light and
 * dark. Nothing here knows about excerpts, notes or HTML.
 */
export { createGoHighlight } from './highlight-go.ts'
export { palettes, type Palette } from './palette.ts'
export { createTheme, waymarkDark, waymarkLight } from './themes.ts'
export { plainHighlight, TOKEN_KINDS, type Highlight, type Token, type TokenKind, type TokenLine } from './token.ts'
