import { copyFile, readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig, projectRoot } from '../../src/config/index.ts'
import { newReader, type Reader } from './support/reader.ts'
import { realServer } from './support/real-server.ts'

/** The error that most people meet first: no certificates are given, and the default folder for them is not theirs. */
describe('the default certificate directory', () => {
  const message = 'error creating self-signed certificates: mkdir /var/run/kubernetes: permission denied'
  let reader: Reader

  beforeAll(async () => {
    reader = await newReader(realServer())
    // Where somebody without rights may read it.
    await copyFile(realServer(), join(reader.home, 'kube-apiserver'))
  })
  afterAll(() => reader.leave())

  it('cannot be made by an ordinary user, and Complete says so before etcd is asked', async () => {
    expect(existsSync('/var/run/kubernetes'), '/var/run/kubernetes is there; this needs a machine without it').toBe(false)
    const line = `./kube-apiserver --etcd-servers=http://127.0.0.1:${reader.ports.etcd} --advertise-address=127.0.0.1 --secure-port=${reader.ports.secure}`
    const { status, stderr, stdout } = await reader.bash(line, { unprivileged: true, cwd: reader.home })
    expect(stdout + stderr).toContain(message)
    expect(status).toBe(1)
    expect(existsSync('/var/run/kubernetes')).toBe(false)
  })

  it('is explained by the page that people find with these words, in every language', async () => {
    const { languages } = await loadConfig()
    for (const { locale } of languages) {
      const folder = locale === 'root' ? '' : locale
      const page = await readFile(join(projectRoot, 'content/docs', folder, 'lab/certificates.md'), 'utf8')
      expect(page).toContain(message)
    }
  })
})
