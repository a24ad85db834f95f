import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import {
  flagCard,
  optionsStrings,
  renderChecks,
  renderErrors,
  renderFlagReference,
  renderRows,
  startErrors,
  variableTree,
  type PageOptions,
} from '../../src/markdown/options/index.ts'
import { formatGoDuration, formatValue } from '../../src/markdown/options/format-value.ts'
import { overlap, splitPath } from '../../src/markdown/options/paths.ts'
import { outcome } from './fixture.ts'

const options: PageOptions = { outcome, withSource: true, codeUrl: ({ file, line }) => `https://code.example/${file}#L${line}`, hrefOf: (page) => `../${page}/` }
const strings = optionsStrings('en')

describe('values', () => {
  it.each([
    [null, 'net.IP', 'nil'],
    ['a "b"', 'string', '"a \\"b\\""'],
    [['a', 'b'], '[]string', '["a", "b"]'],
    [{ a: true }, 'map[string]bool', '{"a": true}'],
    [90_000_000_000, 'time.Duration', '1m30s'],
    ['1m30s', 'time.Duration', '1m30s'],
    [5, 'int', '5'],
  ])('%j of type %s', (value, type, text) => {
    expect(formatValue(value, type)).toBe(text)
  })

  it.each([
    [0, '0s'],
    [1500, '1.5µs'],
    [250e6, '250ms'],
    [3.6e12, '1h0m0s'],
    [-60e9, '-1m0s'],
  ])('%d ns are %s', (nanoseconds, text) => {
    expect(formatGoDuration(nanoseconds)).toBe(text)
  })
})

describe('paths', () => {
  it('split at dots and brackets, not inside quotes', () => {
    expect(splitPath('s.Light.Colours["port.side"][0]')).toEqual(['s', 'Light', 'Colours', '["port.side"]', '[0]'])
  })

  it('overlap only along the same names', () => {
    expect([overlap('s.A', 's.A.B'), overlap('s.A.B', 's.A'), overlap('s.A', 's.AB'), overlap('s.A["x"]', 's.A')]).toEqual([true, true, false, true])
  })
})

describe('the card of a flag', () => {
  it.each([
    ['port', 'en', '--port, -p int (default 8001)', 'What --port is for.'],
    ['advertise-address', 'en', '--advertise-address ip', 'What --advertise-address is for.'],
    ['gates', 'en', '--gates mapStringBool (default decided at run time by gates.Known())', 'A <b>list</b> of "gates" & more.'],
    ['port', 'zh-CN', '--port, -p int (默认值 8001)', 'What --port is for.'],
  ])('of --%s in %s', (name, tag, signature, doc) => {
    const flag = outcome.flags.find((one) => one.name === name)
    expect(flag && flagCard(flag, tag)).toMatchObject({ signature, doc, about: 'flag' })
  })
})

describe('the reference of flags', () => {
  const html = toHtml(renderFlagReference(options, (name) => (name === 'port' ? [{ title: 'Serving', href: '/serving/' }] : []), strings))

  it('has every flag under a heading that is its permalink', () => {
    for (const { name } of outcome.flags) expect(html).toContain(`id="--${name}"`)
  })

  it('links a flag to its field, its lines, its checks and its chapters', () => {
    const entry = html.slice(html.indexOf('data-flag="port"'), html.indexOf('data-flag="bind-address"'))
    for (const part of ['../variables/#s.Serving.Port', 'serving.go#L40', 'options.go#L12', 'options.go#L20', '--port %d must be', 'href="/serving/"', '>80<']) expect(entry).toContain(part)
  })

  it('says of a default that only the running program knows what decides it', () => {
    expect(html).toContain('gates.Known()')
  })

  it('takes no help text for HTML', () => {
    expect(html).toContain('A &#x3C;b>list&#x3C;/b>')
  })
})

describe('the pane of variables', () => {
  const html = toHtml(renderRows(variableTree(outcome.defaults), { options, strings, withIds: true, open: 1, given: new Map([['s.Serving.Port', 9000]]) }))

  it('has a fold for each value and group, with its path as id', () => {
    for (const { path } of outcome.defaults) expect(html).toContain(`id="${path.replace(' ', '_').replaceAll('"', '&#x22;')}"`)
    expect(html).toContain('id="s.Light.Colours"')
  })

  it('knows what stands where at which moment', () => {
    expect(html).toMatch(/data-states="new">8001<.*data-states="flags complete">9000</)
    expect(html).toMatch(/data-states="complete">[^<]*Complete/)
  })
})

describe('errors', () => {
  it('are listed once each, completion’s first', () => {
    expect(startErrors(outcome).map(({ stage, message }) => `${stage}: ${message}`)).toEqual(['complete: no address to tell ships: %v', ...outcome.checks.map(({ message }) => `validate: ${message}`)])
    expect(toHtml(renderErrors(startErrors(outcome), options, strings, () => '#remedy'))).toContain('href="#remedy"')
  })

  it('lead to the flags that they are about', () => {
    expect(toHtml(renderChecks(outcome.checks, options, strings))).toContain('href="../flags/#--lamps"')
  })
})
