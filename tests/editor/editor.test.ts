import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { editorFiles } from '../../scripts/editor/write-editor-files.ts'
import { projectRoot } from '../../src/config/index.ts'

const chapter = 'content/docs/tiny-apiserver/walk.md'
const uri = pathToFileURL(join(projectRoot, chapter)).href

describe('files for editors', () => {
  it('are those that the schemas and snippets make: npm run editor -- files writes them', () => {
    for (const [file, text] of editorFiles()) expect([file, existsSync(join(projectRoot, file)) && readFileSync(join(projectRoot, file), 'utf8')]).toEqual([file, text])
  })

  it('describe what the config and a chapter may say', () => {
    const [, walkthrough, frontMatter] = [...editorFiles().values()].map((text) => JSON.parse(text) as { required: string[]; properties: object })
    expect(walkthrough?.required).toEqual(expect.arrayContaining(['title', 'languages', 'walkthroughs']))
    expect(frontMatter?.required).toEqual(['title'])
    expect(Object.keys(frontMatter?.properties ?? {})).toEqual(expect.arrayContaining(['title', 'description', 'sidebar']))
  })
})

/** A server as an editor starts it, with no source but the example's. */
describe('the language server', () => {
  const env = { ...process.env, NO_COLOR: '1' }
  const server = spawn(process.execPath, ['scripts/run.mjs', 'editor', 'serve', '--offline'], { cwd: projectRoot, env, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  server.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const ended = new Promise<number | null>((resolve) => server.on('close', resolve))
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  connection.listen()
  afterAll(() => server.kill())

  it('completes names, tells what is wrong while somebody types, and ends when asked', async () => {
    const problems: { code: string; message: string; range: { start: { line: number } } }[][] = []
    const heard = new Promise<void>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: (typeof problems)[number] }) => {
        problems.push(diagnostics)
        resolve()
      })
    })
    const { capabilities }: { capabilities: object } = await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
    expect(capabilities).toMatchObject({ completionProvider: {} })
    await connection.sendNotification('initialized', {})

    const lines = ['::::go{symbol="app.Comple"}', ':::note{at="nowhere(x)"}', 'Words.', ':::', '::::', 'and :sym[app.R']
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: lines.join('\n').replace('Comple"', 'Complete"') } })
    await heard
    expect(problems[0], said).toContainEqual(expect.objectContaining({ code: 'anchor-not-found', range: expect.objectContaining({ start: { line: 1, character: 0 } }) as object }))

    const ask = async (line: number, character: number): Promise<{ label: string; textEdit: { newText: string } }[]> => connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: { line, character } })
    const symbols = await ask(0, 18)
    expect(symbols.map(({ label }) => label)).toEqual(expect.arrayContaining(['app.Complete', 'options.ServerRunOptions.Validate']))
    const anchors = await ask(1, 12)
    expect(anchors.map(({ textEdit }) => textEdit.newText)).toContain('"reachableAddress"')
    expect((await ask(5, 14)).length).toBe(symbols.length)
    expect(await ask(2, 3)).toEqual([])

    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    expect(await ended, said).toBe(0)
  })
})
