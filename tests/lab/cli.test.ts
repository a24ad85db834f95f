import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'
import { has } from './support/kettle-bench.ts'

/** `npm run lab` as people type it, on the project's own lab; nothing of it is started here. */
let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'waymark-cli-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

function lab(words: readonly string[], path = process.env['PATH'] ?? ''): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/lab.ts', ...words], { cwd: projectRoot, encoding: 'utf8', env: { PATH: path, HOME: home, TMPDIR: home, NO_COLOR: '1' } })
  return { code: status, stdout, stderr }
}

/** A folder with these programs and no others, for a PATH. */
async function pathOf(programs: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(home, 'path-'))
  for (const program of programs) {
    const found = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim()
    if (found.startsWith('/')) await symlink(await realpath(found), join(folder, program))
  }
  return folder
}

describe('doctor', () => {
  /** What every Unix has, and nothing that the lab asks for. */
  const bare = ['bash', 'sh', 'cat', 'df', 'awk', 'sed', 'uname', 'dirname', 'tr', 'find', 'grep', 'cut', 'ps', 'tail', 'sleep', 'rm', 'mkdir', 'rmdir']

  it('on a machine without the tools: names each one once, and how to get it', async () => {
    const { code, stdout } = lab(['doctor'], await pathOf(bare))
    expect(code).toBe(1)
    const missing = ['git', 'openssl', 'curl', 'tar', 'etcd', 'etcdctl', 'kubectl', 'go']
    for (const tool of missing) {
      expect(stdout).toMatch(new RegExp(`^– ${tool} +not here$`, 'm'))
      expect(stdout.split(`✗ ${tool} is missing (${tool}). Install it, then run this again.`)).toHaveLength(2)
    }
    // The same commands get most of them: told once.
    expect(stdout.match(/^ {2}(?:sudo apt-get|brew) install .*etcd/gm)).toHaveLength(1)
    expect(stdout).toContain('✗ Nothing was changed.')
    expect(await readdir(home)).not.toContain('waymark-lab')
  })

  it('with --json: the same for programs', async () => {
    const { code, stdout } = lab(['doctor', '--json'], await pathOf([...bare, 'git']))
    expect(code).toBe(1)
    const told = JSON.parse(stdout) as { ok: boolean; versions: Record<string, string>; problems: string[] }
    expect(told.ok).toBe(false)
    expect(Object.keys(told.versions)).toEqual(has('git') ? ['git'] : [])
    expect(told.problems).toContain('curl is missing (curl). Install it, then run this again.')
  })

  it('without even bash: a sentence, no stack', async () => {
    const { code, stderr } = lab(['doctor'], await pathOf([]))
    expect(code).toBe(1)
    expect(stderr).toContain('error[bash-missing]')
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('wrong use', () => {
  it.each([
    [['script', '--set', 'ETCD_ULR=x'], 1, ['error[parameter-unknown]', 'nearest:  ETCD_URL']],
    [['script', '--set', 'SECURE_PORT=99999'], 1, ['error[value-refused] SECURE_PORT: A port is a number from 1 to 65535.']],
    [['script', '--set', 'CLIENT_NAME'], 1, ['error[setting-form] "CLIENT_NAME" sets nothing.']],
    [['script', '--step', 'etcd-kyes'], 1, ['error[step-unknown] The lab has no step "etcd-kyes".', 'nearest:  etcd-keys']],
    [['up', '--until', 'nowhere'], 1, ['error[step-unknown]']],
    [['proxy', '--set', 'ETCD_URL=http://10.0.0.1:2379'], 1, ['error[']],
    [['veryfi'], 2, ['There is no "lab veryfi".', 'Did you mean verify?']],
    [['script', '--os', 'plan9'], 2, ['linux', 'macos']],
    [['verify', '--origin', '/no/such/file'], 1, ['error[origin-unreadable]']],
  ])('%j ends with %i and says why', (words, expected, parts) => {
    const { code, stderr } = lab(words)
    expect(code).toBe(expected)
    for (const part of parts) expect(stderr).toContain(part)
  })
})

describe('what is printed', () => {
  const client = "it's $HOME `x` 中 \"q\""

  it('script: values arrive in bash as they were set', () => {
    const { code, stdout } = lab(['script', '--set', `CLIENT_NAME=${client}`, '--set', `LAB_DIR=${home}/my lab=1`])
    expect(code).toBe(0)
    expect(spawnSync('bash', ['-n'], { input: stdout }).status).toBe(0)
    const subject = /-subj (\/CN=.*) -out/.exec(stdout)?.[1] ?? ''
    expect(spawnSync('bash', ['-c', `printf %s ${subject}`], { encoding: 'utf8', env: { HOME: '/elsewhere' } }).stdout).toBe(`/CN=${client}`)
    expect(spawnSync('bash', ['-c', `${/^lab_dir=.*$/m.exec(stdout)?.[0] ?? ''}; printf %s "$lab_dir"`], { encoding: 'utf8' }).stdout).toBe(`${home}/my lab=1`)
  })

  it('script --step --json: one step, and the values it was made with', () => {
    const { code, stdout } = lab(['script', '--step', 'etcd', '--json', '--set', 'ETCD_URL=http://127.0.0.1:3379'])
    const { values, script } = JSON.parse(stdout) as { values: Record<string, string>; script: string }
    expect(code).toBe(0)
    expect(values['ETCD_URL']).toBe('http://127.0.0.1:3379')
    expect(script).toContain('--listen-client-urls http://127.0.0.1:3379')
    expect(script).not.toContain('easyrsa')
  })

  const flag = '--secure-port=7443'
  const set = ['--set', 'SECURE_PORT=7443', '--set', 'LAB_DIR=/tmp/my lab']

  it('launch-json: a configuration with the flags of the step that starts the server', () => {
    const { code, stdout } = lab(['launch-json', ...set])
    expect(code).toBe(0)
    const { configurations } = JSON.parse(stdout) as { configurations: { type: string; program: string; cwd: string; args: string[] }[] }
    expect(configurations).toHaveLength(1)
    expect(configurations[0]).toMatchObject({ type: 'go', cwd: '/tmp/my lab' })
    expect(configurations[0]?.args).toContain(flag)
    const { stdout: script } = lab(['script', '--step', 'apiserver', ...set])
    for (const arg of configurations[0]?.args ?? []) expect(script).toContain(`\n  ${arg}`)
  })

  it('goland and dlv: the same flags, and where to stop', () => {
    const goland = lab(['goland', ...set])
    expect([goland.code, goland.stdout.includes(flag), goland.stdout.includes('/tmp/my lab')]).toEqual([0, true, true])
    const dlv = lab(['dlv', ...set])
    expect(dlv.code).toBe(0)
    expect(dlv.stdout).toContain(flag)
    expect(dlv.stdout).toContain('NewAPIServerCommand:2')
    const json = JSON.parse(lab(['dlv', '--json', ...set]).stdout) as { values: Record<string, string>; text: string }
    expect([json.values['SECURE_PORT'], json.text]).toEqual(['7443', dlv.stdout])
  })

  it('status --json: every step open, every service stopped, where there is no lab', async () => {
    await mkdir(join(home, 'empty'))
    const { code, stdout } = lab(['status', '--json', '--set', `LAB_DIR=${home}/empty/lab`, '--set', `KUBE_APISERVER=${home}/none`])
    const { ok, steps, services } = JSON.parse(stdout) as { ok: boolean; steps: { id: string; done: boolean }[]; services: { name: string; running: boolean }[] }
    expect([code, ok]).toEqual([1, false])
    expect(steps.find(({ id }) => id === 'etcd')).toEqual({ id: 'etcd', done: false })
    expect(services.map(({ name, running }) => [name, running])).toEqual([['etcd', false], ['kube-apiserver', false], ['kubectl-proxy', false]])
  })
})
