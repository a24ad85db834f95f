import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newReader, type Reader } from './support/reader.ts'
import { realServer } from './support/real-server.ts'

/** Servers that die in the middle: the message is clear, nothing is lost, and the same command sets it right. */
describe('servers that stop by themselves', () => {
  let reader: Reader
  const client = '--cacert cert/ca.crt --cert client/client.crt --key client/client.key'
  const kubectl = 'kubectl --kubeconfig=kubeconfig --cache-dir=kubectl-cache'
  const address = (): string => `https://127.0.0.1:${reader.ports.secure}`

  beforeAll(async () => {
    reader = await newReader(realServer())
    const { status, stderr } = await reader.setup(['up', 'namespaces'])
    expect(stderr).toContain('Services that run: etcd kube-apiserver')
    expect(status).toBe(0)
  })
  afterAll(async () => {
    await reader.bash('rm -rf kubectl-cache')
    await reader.leave()
  })

  const processOf = async (service: string): Promise<number> => Number(await readFile(join(reader.labDir, 'run', `${service}.pid`), 'utf8'))
  /** As by the kernel's hand: no shut-down, no goodbye. */
  const kill = async (service: string, port: number): Promise<void> => {
    process.kill(-(await processOf(service)), 'SIGKILL')
    await expect.poll(async () => (await reader.bash(`exec 3<>/dev/tcp/127.0.0.1/${port}`)).status, { timeout: 20_000 }).not.toBe(0)
  }

  it('etcd: the server stays, says what it misses, and goes on when etcd is back', async () => {
    const before = await processOf('kube-apiserver')
    await kill('etcd', reader.ports.etcd)
    const ready = await reader.bash(`curl -sS -m 30 ${client} ${address()}/readyz`)
    expect(ready.stdout).toContain('[-]etcd failed')
    const failed = await reader.bash(`${kubectl} --request-timeout=5s create namespace lost`)
    expect(failed.status).not.toBe(0)

    const again = await reader.setup(['up', 'namespaces'])
    expect(again.stderr).toContain('· starting etcd')
    expect(again.status).toBe(0)
    expect(await processOf('kube-apiserver')).toBe(before)
    const names = await reader.bash(`${kubectl} get namespaces -o name`)
    expect(names.stdout.split('\n')).toEqual(expect.arrayContaining(['namespace/default', 'namespace/kube-system']))
  })

  it('kube-apiserver: started again, it has everything it had', async () => {
    const made = await reader.bash(`${kubectl} create namespace kept`)
    expect(made.stdout).toContain('namespace/kept created')
    await kill('kube-apiserver', reader.ports.secure)
    const refused = await reader.bash(`${kubectl} get namespace kept`)
    expect(refused.stderr).toContain(`The connection to the server 127.0.0.1:${reader.ports.secure} was refused`)

    const again = await reader.setup(['up', 'namespaces'])
    expect(again.stderr).toContain('· starting kube-apiserver')
    expect(again.status).toBe(0)
    const kept = await reader.bash(`${kubectl} get namespace kept -o name`)
    expect(kept.stdout).toBe('namespace/kept\n')
  })
})
