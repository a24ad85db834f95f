import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { palettes, TOKEN_KINDS, waymarkDark, waymarkLight } from '../../src/markdown/highlight/index.ts'

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test('contrast is computed as WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each([
  ['light', palettes.light, waymarkLight],
  ['dark', palettes.dark, waymarkDark],
] as const)('the %s palette', (name, palette, theme) => {
  test.each([['ink', palette.ink] as const, ...TOKEN_KINDS.map((kind) => [kind, palette.tokens[kind]] as const)])(
    'has %s at 4.5 : 1 or more, on paper and on a marked line',
    (_kind, color) => {
      expect(contrast(color, palette.paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(color, palette.mark)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('is what the Shiki theme paints with', () => {
    expect(theme.name).toBe(`waymark-${name}`)
    const painted = new Set(theme.settings.map((setting) => setting.settings.foreground))
    for (const kind of TOKEN_KINDS) expect(painted).toContain(palette.tokens[kind])
  })

  test('is what the stylesheet of the site says', () => {
    const css = readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8')
    const start = name === 'light' ? 0 : css.indexOf("[data-theme='dark']")
    const block = css.slice(start, css.indexOf('}', start))
    const value = (property: string): string | undefined => new RegExp(`--wm-${property}:\\s*([^;]+);`).exec(block)?.[1]
    expect(value('code-paper')).toBe(palette.paper)
    expect(value('code-mark')).toBe(palette.mark)
    for (const kind of TOKEN_KINDS) expect(value(`tk-${kind}`)).toBe(palette.tokens[kind])
  })
})
