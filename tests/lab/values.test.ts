import { describe, expect, it } from 'vitest'
import { parameterSchema, parameterTypes } from '../../src/config/lab-schema.ts'
import { readSettings, resolveValues, validateValue } from '../../src/lab/parameters/index.ts'
import { labConfig } from './support/kettle-lab.ts'

const of = (type: (typeof parameterTypes)[number]) => parameterSchema.parse({ name: 'X', type, default: 'x', help: { en: 'x' } })

const cases: Record<(typeof parameterTypes)[number], { good: string[]; bad: string[] }> = {
  path: { good: ['/tmp/x', '$HOME/x', '~/a b/c', "/it's $5"], bad: ['x', './x', '/', '$HOME', '~/', '/a/../b', '/a\nb', ''] },
  port: { good: ['1', '6443', '65535'], bad: ['0', '65536', '080', '-1', '1e3', ' 80'] },
  ip: { good: ['127.0.0.1', '10.0.0.1', '::1', 'fe80::1'], bad: ['127.0.0', '256.1.1.1', '01.2.3.4', 'localhost', '::g'] },
  url: { good: ['http://127.0.0.1:2379', 'https://[::1]:1/x'], bad: ['127.0.0.1:2379', 'ftp://x', 'http://', 'http://a b', "http://a'b"] },
  location: { good: ['https://dl.example/x.tgz', '/usr/share/easy-rsa', 'file:///tmp/x', '~/x'], bad: ['x', '/', 'javascript:1'] },
  name: { good: ['lab-client', "it's me", 'a $b `c` \\ "d"', '中文'], bad: ['-x', 'a/b', '..', 'x'.repeat(65), 'a\tb', 'x '] },
  version: { good: ['v1.27.2', '1.20', 'v1.28.0-rc.1'], bad: ['1', 'latest', 'v1.2.3 x'] },
  text: { good: ['https://a,direct', 'a b'], bad: ['', '-x', 'a\nb'] },
}

describe.each(parameterTypes)('a %s', (type) => {
  it.each(cases[type].good)('may be %j', (value) => {
    expect(validateValue(of(type), value, 'en')).toBeUndefined()
  })
  it.each(cases[type].bad)('may not be %j, and says so in both languages', (value) => {
    const [en, zh] = [validateValue(of(type), value, 'en'), validateValue(of(type), value, 'zh-CN')]
    expect(en).toMatch(/^[A-Z].*\.$/)
    expect(zh).toMatch(/\p{Script=Han}.*。$/u)
  })
})

it('refuses what a parameter says it cannot have, with its own reason', () => {
  const parameter = parameterSchema.parse({ ...of('name'), refuse: [{ pattern: '[+]', reason: { en: 'No plus.', 'zh-CN': '不要加号。' } }] })
  expect(validateValue(parameter, 'a+b', 'en')).toBe('No plus.')
  expect(validateValue(parameter, 'a+b', 'zh-CN')).toBe('不要加号。')
})

it('fills values into the defaults that name them', () => {
  expect(resolveValues(labConfig.parameters).KETTLE).toBe('$HOME/kettle-lab/bin/kettle')
  expect(resolveValues(labConfig.parameters, { LAB_DIR: '/x y' }).KETTLE).toBe('/x y/bin/kettle')
})

it('reads settings, and names the nearest parameter for a wrong one', () => {
  const { values, diagnostics } = readSettings(labConfig, ['GUEST=a=b', 'KETTLE_ULR=x', 'nothing', 'KETTLE_URL=x'])
  expect(values.GUEST).toBe('a=b')
  expect(diagnostics.map(({ code }) => code)).toEqual(['parameter-unknown', 'setting-form', 'value-refused'])
  expect(diagnostics[0]?.candidates).toContain('KETTLE_URL')
})
