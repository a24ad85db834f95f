import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { kinds, messages } from '../../src/site/lab/etcd/kubernetes-messages.ts'

/** Bare repository of the Kubernetes that the lab was built from; `.ci/lab/run` names it. */
const repository = process.env['WAYMARK_KUBERNETES_REPOSITORY']
const git = (...words: string[]): string => execFileSync('git', ['-c', 'safe.directory=*', '-C', repository ?? '', ...words], { encoding: 'utf8', maxBuffer: 1 << 28 })

interface Field {
  readonly name: string
  readonly type: string
  readonly repeated: boolean
}

/** Messages of all `generated.proto` files by their full name, such as `k8s.io.api.core.v1.Pod`, with their fields by number. */
function readMessages(): Map<string, Map<number, Field>> {
  const all = new Map<string, Map<number, Field>>()
  const files = git('ls-tree', '-r', '--name-only', 'HEAD', 'staging/src/k8s.io').split('\n').filter((file) => file.endsWith('/generated.proto'))
  for (const file of files) {
    const text = git('show', `HEAD:${file}`).replaceAll(/\/\/.*$/gm, '')
    const of = /package ([\w.]+);/.exec(text)?.[1] ?? ''
    for (const [, message = '', body = ''] of text.matchAll(/message (\w+) \{([^}]*)\}/g)) {
      const fields = [...body.matchAll(/(optional|repeated|required)?\s*(map<[^>]+>|[\w.]+)\s+(\w+)\s*=\s*(\d+);/g)]
      all.set(`${of}.${message}`, new Map(fields.map(([, label, type = '', name = '', number]) => [Number(number), { name, type: type.replace(/^\./, ''), repeated: label === 'repeated' }])))
    }
  }
  return all
}

/** What the table calls the type of a field that is no message. */
function scalar(type: string): string | undefined {
  if (type === 'string') return ''
  if (/^u?int(?:32|64)$/.test(type)) return 'int'
  if (type === 'bool') return 'bool'
  if (type.startsWith('map<')) return 'map'
  return /\b(?:Micro)?Time$/.test(type) ? 'time' : undefined
}

it.runIf(repository !== undefined)('the etcd viewer calls fields what the release calls them', () => {
  const release = readMessages()
  const wrong: string[] = []
  let confirmed = 0
  let unknown = 0
  const seen = new Set<string>()
  const compare = (ours: string, fields: Readonly<Record<number, string>>, theirs: string): void => {
    const message = release.get(theirs)
    if (message === undefined || seen.has(`${ours} ${theirs}`)) return
    seen.add(`${ours} ${theirs}`)
    for (const [number, text] of Object.entries(fields)) {
      const [, name = '', several, type = ''] = /^(\w+)(\[\])?(?::(\w+))?$/.exec(text) ?? []
      const field = message.get(Number(number))
      // Newer than this release.
      if (field === undefined) {
        unknown += 1
        continue
      }
      confirmed += 1
      const fits = field.type === 'bytes' ? ['base64', 'json'].includes(type) : (scalar(field.type) ?? type) === type
      if (field.name !== name || field.repeated !== (several !== undefined) || !fits) wrong.push(`${ours}.${number} is ${text}; ${theirs} has ${field.repeated ? 'repeated ' : ''}${field.type} ${field.name}`)
      const inner = messages[type]
      if (inner !== undefined) compare(type, inner, field.type.includes('.') ? field.type : theirs.replace(/[^.]+$/, field.type))
    }
  }
  for (const [kind, fields] of Object.entries(kinds)) {
    const [group = '', name = ''] = kind.split('/')
    const folder = group === '' ? 'core' : (group.split('.')[0] ?? '')
    const versions = [...release.keys()].filter((full) => new RegExp(`\\b${folder}\\.v\\d\\w*\\.${name}$`).test(full))
    expect(versions, kind).not.toEqual([])
    for (const full of versions) compare(kind, { 1: 'metadata:ObjectMeta', ...fields }, full)
  }
  expect(wrong).toEqual([])
  for (const name of Object.keys(messages)) expect([...seen].some((one) => one.startsWith(`${name} `)), `${name} belongs to no kind`).toBe(true)
  expect(confirmed).toBeGreaterThan(unknown * 10)
})
