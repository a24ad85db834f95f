import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8')

/** The custom properties of the first rule with this selector. */
function rule(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/(--wm-[\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one = '', other = ''): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const light = rule(':root')
const dark = rule(":root[data-theme='dark']")

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, tokens) => {
  const papers = ['--wm-paper', '--wm-raised', '--wm-code-paper']
  it.each(['--wm-ink', '--wm-ink-soft', '--wm-ink-faint', '--wm-accent'])('%s reads on every paper', (ink) => {
    for (const paper of papers) expect(contrast(tokens.get(ink), tokens.get(paper)), `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5)
  })

  it('text in the middle of a drawing reads on its soft accent', () => {
    for (const ink of ['--wm-ink', '--wm-ink-faint']) expect(contrast(tokens.get(ink), tokens.get('--wm-accent-soft')), ink).toBeGreaterThanOrEqual(4.5)
  })

  it('a button reads at rest and under the pointer', () => {
    for (const paper of ['--wm-ink', '--wm-accent']) expect(contrast(tokens.get('--wm-paper'), tokens.get(paper))).toBeGreaterThanOrEqual(4.5)
  })

  it('says every colour the other one says', () => {
    expect([...tokens.keys()]).toEqual([...light.keys()])
  })
})

it('without script, a light system gets the light theme in full', () => {
  const start = css.indexOf('@media (scripting: none)')
  const nested = css.slice(start, css.indexOf('}', start))
  expect([...light].filter(([name, value]) => !nested.includes(`${name}: ${value};`))).toEqual([])
})
