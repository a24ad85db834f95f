import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openIndex } from '../../src/golang/index.ts'
import { firstSentence } from '../../src/walkthrough/link-doc.ts'
import { openLinker, type Linker, type LinkTarget } from '../../src/walkthrough/index.ts'
import { treeOnDisk } from '../golang/in-memory-tree.ts'

const trees: { remove(): void }[] = []
afterEach(() => {
  for (const made of trees.splice(0)) made.remove()
})

const FILES = {
  'go.mod': 'module example.org/m\n\nrequire example.net/far v1.0.0\n',
  'app/app.go': `package app

import (
	"net/http"

	"example.net/away"
	"example.net/far"
	"example.org/m/other"
)

// Server serves. It does so for long.
type Server struct {
	// Name is what it is called.
	Name string
}

func init() {}

// Serve runs a server until it is told to stop.
func (s *Server) Serve(near Server) error {
	limit := len(s.Name) + other.Most
	far.Reach(limit)
	away.Gone(near)
	maybe.Gone()
	return http.ErrServerClosed
}
`,
  'other/other.go': 'package other\n\n// Most is as many as there may be, e.g. in A. B. Smith\'s list. No more.\nconst Most = 3\n',
  'goroot/src/net/http/server.go': 'package http\n\n// ErrServerClosed says that a server has closed. Really.\nvar ErrServerClosed error\n',
  'goroot/src/net/http/doc.go': '/*\nPackage http serves and asks. Both.\n*/\npackage http\n',
  'vendor/example.net/far/far.go': '// Package far is far.\npackage far\n\n// Reach reaches.\nfunc Reach(n int) {}\n',
}

async function linkerOf(packages: readonly string[], options: { hasPages?: boolean; url?: string | undefined; library?: boolean } = {}): Promise<Linker> {
  const tree = treeOnDisk(FILES)
  trees.push(tree)
  const url = 'url' in options ? options.url : 'https://code.example'
  const linesUrl = (file: string, first: number | string): string | undefined => url && `${url}/${file}#L${first}`
  const library = options.library === true ? join(tree.root, 'goroot/src') : undefined
  return openLinker(await openIndex(tree, { packages }), { library, aliases: { app: 'example.org/m/app' }, linesUrl, hasPages: options.hasPages ?? true })
}

const told = (target: LinkTarget): string => {
  switch (target.kind) {
    case 'local':
      return `local ${target.file}:${target.line}:${target.column}`
    case 'outside':
      return target.url
    default:
      return `${target.kind} ${target.address ?? target.url ?? 'nowhere'}`
  }
}

/** Each name on a line, with where it leads. */
async function onLine(linker: Linker, line: number): Promise<string[]> {
  const text = FILES['app/app.go'].split('\n')[line - 1] ?? ''
  return (await linker.names('app/app.go', line, line)).map(({ column, endColumn, target }) => `${text.slice(column - 1, endColumn - 1)} → ${told(target)}`)
}

describe('names of an indexed file', () => {
  it('lead to locals, pages, the code host and pkg.go.dev, and only when they are resolved', async () => {
    const linker = await linkerOf(['app', 'other'])
    expect(await onLine(linker, 20)).toEqual([
      's → local app/app.go:20:7',
      'Server → declared code/app/Server/',
      'Serve → declared code/app/Server.Serve/',
      'near → local app/app.go:20:24',
      'Server → declared code/app/Server/',
    ])
    expect(await onLine(linker, 21)).toEqual([
      'limit → local app/app.go:21:2',
      's → local app/app.go:20:7',
      'Name → declared code/app/Server/#Name',
      'other → package code/other/',
      'Most → declared code/other/Most/',
    ])
    expect(await onLine(linker, 22)).toEqual([
      'far → package https://code.example/vendor/example.net/far',
      'Reach → declared https://code.example/vendor/example.net/far/far.go#L5',
      'limit → local app/app.go:21:2',
    ])
    expect(await onLine(linker, 23)).toEqual(['away → https://pkg.go.dev/example.net/away', 'Gone → https://pkg.go.dev/example.net/away#Gone', 'near → local app/app.go:20:24'])
    expect(await onLine(linker, 24)).toEqual([])
    expect(await onLine(linker, 25)).toEqual(['http → https://pkg.go.dev/net/http', 'ErrServerClosed → https://pkg.go.dev/net/http#ErrServerClosed'])
  })

  it('lead to the code host where there are no pages, and nowhere where its lines would be wrong', async () => {
    expect(await onLine(await linkerOf(['app'], { hasPages: false }), 17)).toEqual(['init → declared https://code.example/app/app.go#L17'])
    expect(await onLine(await linkerOf(['app'], { hasPages: false }), 22)).toHaveLength(3)
    expect(await onLine(await linkerOf(['app'], { url: undefined }), 22)).toEqual(['far → package nowhere', 'Reach → declared nowhere', 'limit → local app/app.go:21:2'])
  })

  it('have cards with the signature, the package and the first sentence, read from files that are not indexed too', async () => {
    const linker = await linkerOf(['app'])
    const cards = (await linker.names('app/app.go', 20, 22)).flatMap(({ target }) => ('card' in target ? [target.card] : []))
    expect(cards).toContainEqual({
      signature: 'func (s *Server) Serve(near Server) error',
      package: 'example.org/m/app',
      doc: 'Serve runs a server until it is told to stop.',
      file: 'app/app.go',
      line: 20,
    })
    expect(cards).toContainEqual({ signature: 'func Reach(n int)', package: 'example.net/far', doc: 'Reach reaches.', file: 'vendor/example.net/far/far.go', line: 5 })
    expect(cards).toContainEqual({ signature: 'package far', package: 'example.net/far', doc: 'Package far is far.', file: 'vendor/example.net/far', line: 0 })
  })
})

it('tells of Go’s own library only where it is at hand', async () => {
  const cardsOf = async (linker: Linker) => (await linker.names('app/app.go', 25, 25)).map(({ target }) => (target.kind === 'outside' ? (target.card ?? target.url) : target.kind))
  expect(await cardsOf(await linkerOf(['app']))).toEqual(['https://pkg.go.dev/net/http', 'https://pkg.go.dev/net/http#ErrServerClosed'])
  expect(await cardsOf(await linkerOf(['app'], { library: true }))).toEqual([
    { signature: 'package http', package: 'net/http', doc: 'Package http serves and asks.', file: '', line: 0 },
    { signature: 'var ErrServerClosed error', package: 'net/http', doc: 'ErrServerClosed says that a server has closed.', file: '', line: 0 },
  ])
})

it('remembers which declarations need pages, with the types of members', async () => {
  const linker = await linkerOf(['app', 'other'])
  expect(linker.linkedSymbols()).toEqual([])
  await linker.names('app/app.go', 21, 21)
  expect(linker.symbol('app.Server.Serve')?.address).toBe('code/app/Server.Serve/')
  expect(linker.symbol('app.Nothing')).toBeUndefined()
  expect(linker.linkedSymbols().map(({ symbol }) => symbol)).toEqual([
    'example.org/m/app.Server',
    'example.org/m/app.Server.Name',
    'example.org/m/app.Server.Serve',
    'example.org/m/other.Most',
  ])
})

it.each([
  ['Complete sets defaults. It returns.', 'Complete sets defaults.'],
  ['Reads e.g. a file\nof two lines. More.', 'Reads e.g. a file of two lines.'],
  ['Written by A. B. Smith. More.', 'Written by A. B. Smith.'],
  ['Uses TLS. More.', 'Uses TLS.'],
  ['No stop at all\n\nAnother paragraph.', 'No stop at all'],
  ['Version 1.20 is old. More.', 'Version 1.20 is old.'],
  ['一句话。又一句。', '一句话。'],
  ['', ''],
])('of %j the first sentence is %j', (doc, sentence) => {
  expect(firstSentence(doc)).toBe(sentence)
})

it('cuts a sentence without end after a word', () => {
  const sentence = firstSentence('word '.repeat(200))
  expect(sentence).toMatch(/^(word )+word…$/)
  expect(sentence.length).toBeLessThanOrEqual(281)
})
