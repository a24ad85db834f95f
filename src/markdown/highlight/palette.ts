import type { TokenKind } from './token.ts'

/** The colours of code in one theme. `mark` is the paper of a line that a note is about. */
export interface Palette {
  readonly paper: string
  readonly mark: string
  readonly ink: string
  readonly tokens: Readonly<Record<TokenKind, string>>
}

/**
 * The colours of code, light and dark.
 *
 * Each token keeps at least 4.5 : 1 (WCAG 2.2 AA) on `paper` and on `mark`; a test computes it. The site's stylesheet
 * holds the same values as `--wm-code-paper`, `--wm-code-mark` and `--wm-tk-*`.
 */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    paper: '#f8f7f4',
    mark: '#efece2',
    ink: '#23262b',
    tokens: {
      comment: '#626a65',
      keyword: '#7d3557',
      string: '#2c6446',
      number: '#7a5200',
      type: '#1f5b7d',
      function: '#33478f',
      constant: '#86450b',
    },
  },
  dark: {
    paper: '#17191c',
    mark: '#26292e',
    ink: '#dfe1e4',
    tokens: {
      comment: '#949da3',
      keyword: '#d7a4c0',
      string: '#9cc9a8',
      number: '#d9be80',
      type: '#93c4de',
      function: '#aebff0',
      constant: '#e0b183',
    },
  },
}
