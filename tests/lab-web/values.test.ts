import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfig, projectRoot, type LabConfig } from '../../src/config/index.ts'
import { buildScript, loadLab, renderFence, resolveValues, validateValue, type Lab } from '../../src/lab/index.ts'
import { writeScript } from '../../src/site/lab/downloads/write-script.ts'
import { inlineJson, parametersFor } from '../../src/site/lab/values/panel-data.ts'
import { acceptValues, fromFragment, fromStored, toFragment } from '../../src/site/lab/values/reader-values.ts'
import { writeValues } from '../../src/site/lab/values/write-values.ts'

let lab: Lab
let config: LabConfig

beforeAll(async () => {
  lab = (await loadLab(await loadConfig(), projectRoot))!.lab
  config = lab.config
})

/** Values of any characters that some parameters accept. */
const chosen = (): fc.Arbitrary<Record<string, string>> => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
  const path = text.map((tail) => `/srv/${tail}`)
  return fc
    .record({ LAB_DIR: path, CLIENT_NAME: text, CLUSTER_NAME: text, KUBECONFIG: path, GOPROXY: text, SECURE_PORT: fc.nat().map(String) }, { requiredKeys: [] })
    .map((values) => acceptValues(config.parameters, values))
}

describe('the page with the reader’s values', () => {
  it('holds what the scripts hold, for any values', () => {
    fc.assert(
      fc.property(chosen(), (values) => {
        const resolved = resolveValues(config.parameters, values)
        for (const fence of lab.steps.flatMap(({ fences }) => fences)) {
          const { pieces } = renderFence(fence, config, resolveValues(config.parameters))
          const spans = pieces.map((piece) => ({ dataset: piece.kind === 'value' ? { param: piece.parameter, format: piece.format } : {}, textContent: piece.text }))
          const root = { querySelectorAll: () => spans.filter(({ dataset }) => 'param' in dataset) } as unknown as ParentNode
          writeValues(root, parametersFor(config.parameters, 'en'), resolved)
          expect(spans.map(({ textContent }) => textContent).join('')).toBe(renderFence(fence, config, resolved).text)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('writes the scripts that the command line writes, from the JSON that is served', () => {
    const served = JSON.parse(JSON.stringify({ config, steps: lab.steps })) as Pick<Lab, 'config' | 'steps'>
    const values = resolveValues(config.parameters, { LAB_DIR: "/tmp/it's a lab", SECURE_PORT: '7443' })
    expect(writeScript(served, values, undefined)).toBe(buildScript(lab, { values }))
    for (const step of lab.steps) expect(writeScript(served, values, step.id)).toBe(buildScript(lab, { values, step }))
  })
})

describe('values in an address', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(chosen(), (values) => {
        expect(fromFragment(config.parameters, toFragment(values))).toEqual(values)
        expect(fromStored(config.parameters, JSON.stringify(values))).toEqual(values)
      }),
    )
  })

  it('are taken only if a step could take them, and differ from the defaults', () => {
    expect(fromFragment(config.parameters, '#values=SECURE_PORT=7443&ETCD_URL=nonsense&NOBODY=x&MASTER_IP=127.0.0.1')).toEqual({ SECURE_PORT: '7443' })
    expect(fromFragment(config.parameters, '#start-etcd')).toBeUndefined()
    expect(fromFragment(config.parameters, `#values=CLIENT_NAME=${encodeURIComponent('a\nrm -rf /')}`)).toEqual({})
  })

  it('survive whatever storage holds', () => {
    for (const text of [null, '', '{', '[]', '7', 'null', '{"SECURE_PORT":7443,"__proto__":{"LAB_DIR":"/x"}}']) expect(fromStored(config.parameters, text)).toEqual({})
  })

  it('follow one another: a value that a default comes to is none', () => {
    expect(acceptValues(config.parameters, { LAB_DIR: '/tmp/x', KUBECONFIG: '/tmp/x/kubeconfig' })).toEqual({ LAB_DIR: '/tmp/x' })
  })
})

describe('what the page tells its script', () => {
  it('refuses with the same sentences as the command line, in the page’s language', () => {
    for (const [tag, value] of [['en', 'a,b'], ['zh-CN', 'a,b']] as const) {
      const parameter = config.parameters.find(({ name }) => name === 'CLIENT_NAME')!
      const there = parametersFor([parameter], tag)[0]!
      expect(validateValue(there, value, tag)).toBe(validateValue(parameter, value, tag))
      expect(validateValue(there, value, tag)).toBeDefined()
    }
  })

  it('cannot end its own element', () => {
    expect(inlineJson({ a: '</script><b>' })).not.toContain('<')
    expect(JSON.parse(inlineJson({ a: '</script>' }))).toEqual({ a: '</script>' })
  })
})
