import type { StarlightUserConfig } from '@astrojs/starlight/types'
import { ExpressiveCodeTheme } from '@astrojs/starlight/expressive-code'
import { labelledBlocks } from './labelled-blocks.ts'
import { waymarkDark, waymarkLight } from '../../markdown/highlight/index.ts'

/** Settings of the blocks that aren't Go excerpts: shell commands, configuration, small examples. */
export function expressiveCode(): NonNullable<StarlightUserConfig['expressiveCode']> {
  return {
    // Spaces in place of tabs would reach the clipboard: copied Go must stay Go.
    tabWidth: 0,
    plugins: [labelledBlocks()],
    themes: [new ExpressiveCodeTheme(waymarkDark), new ExpressiveCodeTheme(waymarkLight)],
    // The themes are ours and already calm; a second opinion would only move them off their contrast.
    minSyntaxHighlightingColorContrast: 0,
    styleOverrides: {
      borderRadius: '4px',
      borderColor: 'var(--wm-rule)',
      codeFontSize: 'var(--wm-code-size)',
      codeLineHeight: '1.6',
      uiFontSize: '0.8125rem',
      frames: { shadowColor: 'transparent', frameBoxShadowCssValue: 'none' },
    },
  }
}
