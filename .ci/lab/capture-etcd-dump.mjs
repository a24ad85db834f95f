/**
 * Takes everything below /registry out of a running lab's etcd, as `etcdctl get --prefix --write-out=json` prints it, and writes
 * it to a file for the etcd viewer:
 *
 *   node .ci/lab/capture-etcd-dump.mjs http://127.0.0.1:2379 <the lab's kube-apiserver> content/lab/etcd-dump.json
 *
 * What nobody should publish is overwritten, length by length, so that every value still decodes: the bodies of certificates and
 * keys in PEM, and whole Secrets. `elided` names these keys.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const [endpoint, server, file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('usage: capture-etcd-dump <etcd url> <kube-apiserver> <file>\n')
  process.exit(2)
}
const etcdctl = (...words) => execFileSync('etcdctl', [`--endpoints=${endpoint}`, ...words], { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ETCDCTL_API: '3' } })

const dump = JSON.parse(etcdctl('get', '/registry/', '--prefix', '--write-out=json'))
const elided = []
for (const entry of dump.kvs) {
  const key = Buffer.from(entry.key, 'base64').toString()
  const value = Buffer.from(entry.value, 'base64')
  const shown = key.startsWith('/registry/secrets/') ? Buffer.alloc(value.length, '.') : withoutPem(value)
  if (shown.equals(value)) continue
  entry.value = shown.toString('base64')
  elided.push(key)
}
// The numbers of cluster and member are larger than what a number in JSON can hold here; a rounded one would be wrong.
const { header, ...rest } = dump
const version = execFileSync(server, ['--version'], { encoding: 'utf8' }).trim()
const about = `Everything below /registry in the etcd of a fresh lab after its last step, as etcdctl prints it; the server says that it is ${version}. In the values of the keys under "elided", whole Secrets and the bodies of certificates and keys are dots.`
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify({ about, elided, header: { revision: header.revision }, ...rest })}\n`)
process.stdout.write(`${file}: ${dump.kvs.length} keys, elided: ${elided.join(', ') || 'none'}\n`)

/** Dots in place of what stands between the lines that begin and end a PEM block; line ends stay. */
function withoutPem(value) {
  const text = value.toString('latin1')
  return Buffer.from(
    text.replaceAll(/(-----BEGIN [A-Z ]+-----)([^-]*)(-----END [A-Z ]+-----)/g, (_, begin, body, end) => begin + body.replaceAll(/(?<!\\)[A-Za-z0-9+/=]/g, '.') + end),
    'latin1',
  )
}
