'use strict'

/**
 * VS Code offers to install what lies in a workspace's `.vscode/extensions` (since 1.89, "local workspace extensions") and runs
 * it from there. So this file is never packed: it starts the project's own language server, with the project's own client.
 */
const path = require('node:path')
const vscode = require('vscode')

/** The project that this extension lies in, wherever the window was opened. */
const project = path.resolve(__dirname, '../../..')

/** What every editor starts, as CONTRIBUTING.md has it, and what the settings add to it. */
function serverOf(settings) {
  const args = ['scripts/run.mjs', 'editor', 'serve']
  const source = settings.get('source')
  if (source) args.push('--source', source)
  if (settings.get('offline')) args.push('--offline')
  return { command: 'node', args, options: { cwd: project } }
}

let client

/** Starts the server when the first Markdown file is opened; what goes wrong afterwards, the client tells. */
async function activate() {
  let languageClient
  try {
    languageClient = require('vscode-languageclient/node')
  } catch (error) {
    await vscode.window.showErrorMessage('Waymark: the dependencies are not installed yet. Run "npm ci" in the project\'s folder, then "Developer: Reload Window".')
    throw error
  }
  client = new languageClient.LanguageClient('waymark', 'Waymark', serverOf(vscode.workspace.getConfiguration('waymark')), {
    documentSelector: [{ scheme: 'file', language: 'markdown', pattern: '**/content/docs/**/*.md' }],
    // What the server says beside its answers is progress, and no error.
    stdioOptions: { stdout: tell, stderr: tell },
  })
  await client.start()
  return client
}

/** Writes what comes from the server into its output channel as it is. */
function tell(stream, channel) {
  stream.setEncoding('utf8')
  stream.on('data', (text) => channel.append(text))
}

/** Ends the server with the window. */
function deactivate() {
  return client?.stop()
}

module.exports = { activate, deactivate }
