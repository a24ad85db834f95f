import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeValue } from '../../src/site/lab/etcd/decode-value.ts'
import { hexDump } from '../../src/site/lab/etcd/hex-dump.ts'
import { keyTree } from '../../src/site/lab/etcd/key-tree.ts'
import { readDump, type EtcdEntry } from '../../src/site/lab/etcd/read-dump.ts'
import { readProtobuf } from '../../src/site/lab/etcd/read-protobuf.ts'

/** Five keys of a real kube-apiserver 1.20, as etcdctl printed them. */
const text = readFileSync(new URL('fixtures/dump.json', import.meta.url), 'utf8')

function entries(): readonly EtcdEntry[] {
  const dump = readDump(text)
  if (dump.kind !== 'dump') throw new Error(dump.problem)
  return dump.entries
}

const valueOf = (key: string) => decodeValue(entries().find((entry) => entry.key === key)?.value ?? new Uint8Array())

describe('a dump', () => {
  it('is read with its keys in order', () => {
    expect(entries().map(({ key }) => key)).toEqual([
      '/registry/apiregistration.k8s.io/apiservices/v1.',
      '/registry/namespaces/default',
      '/registry/priorityclasses/system-node-critical',
      '/registry/ranges/serviceips',
      '/registry/services/specs/default/kubernetes',
    ])
  })

  it('may have numbers as text, as the gateway writes them, or be none at all', () => {
    const gateway = JSON.stringify({ kvs: [{ key: btoa('/a'), value: btoa('1'), create_revision: '2', mod_revision: '3', version: '1' }] })
    expect(readDump(gateway)).toEqual({ kind: 'dump', entries: [{ key: '/a', value: Uint8Array.of(0x31), created: 2, modified: 3, version: 1 }] })
    expect(readDump('no')).toEqual({ kind: 'problem', problem: 'not-json' })
    for (const other of ['[]', 'null', '{}', '{"kvs":[{"key":"%"}]}']) expect(readDump(other)).toEqual({ kind: 'problem', problem: 'no-keys' })
  })
})

describe('a value', () => {
  it('in an envelope tells its type and its fields', () => {
    expect(valueOf('/registry/namespaces/default')).toMatchObject({
      kind: 'protobuf',
      apiVersion: 'v1',
      objectKind: 'Namespace',
      known: true,
      object: { metadata: { name: 'default', uid: '6b48016a-0a44-4d35-ade6-6e19c3994849' }, spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } },
    })
    expect(valueOf('/registry/services/specs/default/kubernetes')).toMatchObject({
      object: { metadata: { namespace: 'default', labels: { component: 'apiserver', provider: 'kubernetes' } }, spec: { clusterIP: '10.0.0.1', ports: [{ name: 'https', port: 443 }] } },
    })
    expect(valueOf('/registry/ranges/serviceips')).toMatchObject({ objectKind: 'RangeAllocation', object: { range: '10.0.0.0/24', data: 'base64: AQ==' } })
  })

  it('in JSON is taken as it is', () => {
    expect(valueOf('/registry/apiregistration.k8s.io/apiservices/v1.')).toMatchObject({ kind: 'json', objectKind: 'APIService' })
  })

  it('of a kind nobody knows still shows its metadata, and the rest by number', () => {
    const bytes = new TextEncoder()
    const field = (number: number, content: Uint8Array): number[] => [(number << 3) | 2, content.length, ...content]
    const meta = Uint8Array.from(field(1, bytes.encode('one')))
    const raw = Uint8Array.from([...field(1, meta), (9 << 3) | 0, 0x96, 0x01])
    const type = Uint8Array.from([...field(1, bytes.encode('ships.example/v1')), ...field(2, bytes.encode('Ship'))])
    const value = Uint8Array.from([0x6b, 0x38, 0x73, 0, ...field(1, type), ...field(2, raw)])
    expect(decodeValue(value)).toEqual({ kind: 'protobuf', apiVersion: 'ships.example/v1', objectKind: 'Ship', known: false, object: { metadata: { name: 'one' }, 'field 9': 150 } })
  })

  it('that is encrypted, or something else, is not guessed at', () => {
    expect(decodeValue(new TextEncoder().encode('k8s:enc:aescbc:v1:key1:…'))).toEqual({ kind: 'encrypted', provider: 'k8s:enc:aescbc:v1' })
    expect(decodeValue(new TextEncoder().encode('83'))).toEqual({ kind: 'bytes' })
  })

  it('never throws, whatever its bytes, also after the magic', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeValue(bytes).kind).toBeTypeOf('string')
        expect(decodeValue(Uint8Array.from([0x6b, 0x38, 0x73, 0, ...bytes])).kind).toBeTypeOf('string')
      }),
    )
  })

  it('cut short is no message', () => {
    expect(readProtobuf(Uint8Array.of(0x0a, 5, 1))).toBeUndefined()
    expect(readProtobuf(Uint8Array.of(0x08, 0xff))).toBeUndefined()
  })

  it('can be read byte by byte', () => {
    expect(hexDump(new TextEncoder().encode('k8s\0ship'))).toBe(`000000  6b 38 73 00 73 68 69 70${' '.repeat(24)}  k8s.ship`)
  })
})

describe('the tree of keys', () => {
  it('joins what stands alone and counts what is below', () => {
    const tree = keyTree([{ key: '/registry/a/b' }, { key: '/registry/a/c' }, { key: '/registry/d/e/f' }])
    const outline = (nodes: Readonly<ReturnType<typeof keyTree>>): unknown[] => nodes.map(({ name, count, children }) => (children.length === 0 ? name : [name, count, outline(children)]))
    expect(outline(tree)).toEqual([['/registry/', 3, [['a/', 2, ['b', 'c']], ['d/e/', 1, ['f']]]]])
  })
})
