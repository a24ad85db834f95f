import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createConnection, CompletionItemKind, DiagnosticSeverity, TextDocuments, TextDocumentSyncKind, StreamMessageReader, StreamMessageWriter, type CompletionItem, type Diagnostic as LanguageDiagnostic } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { complete, type Knowledge } from '../../src/authoring/index.ts'
import { loadConfig, projectRoot } from '../../src/config/index.ts'
import { checkFrontMatter } from '../../src/markdown/front-matter/index.ts'
import { checkChapter, pageContexts } from '../../src/markdown/index.ts'
import { formatDiagnostic, type Diagnostic } from '../../src/report/index.ts'
import type { Book } from '../../src/walkthrough/index.ts'
import { frontMatter } from '../../src/site/content/front-matter.ts'
import pc from 'picocolors'
import type { ScriptContext } from '../cli/index.ts'
import { obtainTrees, openBooks } from '../site/index.ts'
import { chapterKnowledge } from './chapter-knowledge.ts'

/** What only `npm run check` can judge, or says better: it would be noise while typing. */
const NOT_WHILE_TYPING = new Set(['not-accepted', 'link-broken'])

/** `editor serve`: completion and problems in chapters, by the Language Server Protocol. Ends with its client. */
export async function serveLanguage(options: { readonly source?: string; readonly offline?: true }, { progress, signal }: ScriptContext): Promise<number> {
  const connection = createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout))
  const documents = new TextDocuments(TextDocument)
  const config = await loadConfig()
  const opening = (async () => {
    const trees = await obtainTrees({ config, source: options.source, offline: options.offline === true, progress, signal })
    return new Map((await openBooks(trees, progress)).map(({ walkthrough, book }): [string, Book] => [walkthrough.id, book]))
  })()
  const known = new Map<Book, Promise<Knowledge>>()
  const knowledgeOf = (book: Book): Promise<Knowledge> => {
    const knowledge = known.get(book) ?? chapterKnowledge(book, config)
    known.set(book, knowledge)
    return knowledge
  }
  const pageOf = async (uri: string, report: (found: readonly Diagnostic[]) => void = () => undefined) => {
    const file = uri.startsWith('file:') ? relative(projectRoot, fileURLToPath(uri)).replaceAll(sep, '/') : ''
    return pageContexts({ config, books: await opening, writing: true, report })(file)
  }

  connection.onInitialize(() => ({
    capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, completionProvider: { triggerCharacters: [':', '{', '"', "'", '[', '.', ' '] } },
  }))
  connection.onCompletion(async ({ textDocument, position }): Promise<CompletionItem[]> => {
    const document = documents.get(textDocument.uri)
    const book = (await pageOf(textDocument.uri))?.book
    if (document === undefined || book === undefined) return []
    const items = complete(document.getText().split(/\r?\n/), position.line, position.character, await knowledgeOf(book))
    return items.map(({ label, insert, detail, start, end }, order) => ({
      label,
      detail,
      kind: CompletionItemKind.Reference,
      sortText: String(order).padStart(6, '0'),
      filterText: document.getText({ start: { line: position.line, character: start }, end: position }).slice(0, 1).replace(/[^"']/, '') + label,
      textEdit: { newText: insert, range: { start: { line: position.line, character: start }, end: { line: position.line, character: end } } },
    }))
  })
  documents.onDidChangeContent(({ document }) => {
    void (async () => {
      const found: Diagnostic[] = []
      const page = await pageOf(document.uri, (more) => found.push(...more))
      if (page?.book === undefined) return
      found.push(...checkFrontMatter(document.getText(), page.file, frontMatter))
      checkChapter(document.getText(), page, '', () => true)
      await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: found.filter(({ code }) => !NOT_WHILE_TYPING.has(code)).map(toLanguage) })
    })()
  })
  documents.listen(connection)
  connection.listen()
  await new Promise<void>((resolve) => {
    connection.onShutdown(() => undefined)
    connection.onExit(resolve)
    process.stdin.once('end', resolve)
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  return 0
}

function toLanguage(diagnostic: Diagnostic): LanguageDiagnostic {
  const at = { line: (diagnostic.line ?? 1) - 1, character: (diagnostic.column ?? 1) - 1 }
  const told = formatDiagnostic({ ...diagnostic, file: undefined }, pc.createColors(false)).replace(/^\w+\[[\w-]+\] /, '')
  return { range: { start: at, end: { line: at.line, character: Number.MAX_SAFE_INTEGER } }, severity: diagnostic.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, code: diagnostic.code, source: 'waymark', message: told }
}
