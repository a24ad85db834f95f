import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { satisfies, valid, validRange } from 'semver'
import { expect, it } from 'vitest'
import type { LanguageClient } from 'vscode-languageclient/node'
import { projectRoot } from '../../src/config/index.ts'
import { readProjectFile } from '../architecture/project-files.ts'
import { standInVscode, withVscode } from './stand-in-vscode.ts'

const manifestFile = '.vscode/extensions/waymark/package.json'
const manifest = JSON.parse(readProjectFile(manifestFile)) as Record<string, string> & { engines: { vscode: string }; activationEvents: string[]; contributes: { configuration: { properties: object } } }
const extensionFile = join(projectRoot, dirname(manifestFile), manifest['main'] ?? '')
const load = createRequire(join(projectRoot, manifestFile))

/** What "Extension Manifest" in VS Code's documentation requires, and its release notes of 1.89 of extensions of a workspace. */
it('has the manifest that VS Code asks for, at the place where it looks', () => {
  expect(manifest).toMatchObject({ name: expect.stringMatching(/^[a-z][a-z-]*$/), publisher: expect.stringMatching(/^[a-z][a-z-]*$/) })
  expect(valid(manifest['version'])).not.toBeNull()
  expect(validRange(manifest.engines.vscode)).not.toBeNull()
  expect(satisfies('1.88.9', manifest.engines.vscode)).toBe(false)
  expect(manifest.activationEvents).toEqual(['onLanguage:markdown'])
  expect(existsSync(extensionFile)).toBe(true)
})

it('asks for no older VS Code than the client that it loads, which is the project’s own', () => {
  const client = JSON.parse(readProjectFile('node_modules/vscode-languageclient/package.json')) as typeof manifest
  expect(manifest.engines).toEqual(client.engines)
  expect(load.resolve('vscode-languageclient/node')).toContain(join(projectRoot, 'node_modules', 'vscode-languageclient'))
})

it('starts the server in the project’s folder, with what the settings say, and completes through it', async () => {
  let said = ''
  const settings: Record<string, unknown> = { offline: true, source: '' }
  expect(Object.keys(manifest.contributes.configuration.properties).sort()).toEqual(Object.keys(settings).map((key) => `waymark.${key}`).sort())
  const vscode = standInVscode(settings, (text) => (said += `${text}\n`))
  const [extension, started] = withVscode(vscode, () => {
    const loaded = load(extensionFile) as { activate: () => Promise<LanguageClient>; deactivate: () => Promise<void> }
    return [loaded, loaded.activate()]
  })
  const client = await started
  expect(client.initializeResult?.capabilities, said).toMatchObject({ completionProvider: {} })

  const uri = pathToFileURL(join(projectRoot, 'content/docs/tiny-apiserver/walk.md')).href
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: '::::go{symbol="app.Comple"}\n::::\n' } })
  const items = await client.sendRequest<{ label: string }[]>('textDocument/completion', { textDocument: { uri }, position: { line: 0, character: 18 } })
  expect(items.map(({ label }) => label), said).toContain('app.Complete')
  await extension.deactivate()
  expect(client.isRunning()).toBe(false)
  expect(said).not.toContain('Error')
})
