import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { resolverNeeds } from '../../src/golang/needs/index.ts'
import { getSource, type Needs } from '../../src/source/index.ts'
import { serveGit, type GitServer } from '../../scripts/bench/serve-git.ts'
import { needHttpBackend } from './support/need-http-backend.ts'
import { makeRepository, optionsFor, scratch, walkthroughOf, write, type Sample } from './support/sample-repository.ts'

let folder: ReturnType<typeof scratch>
let sample: Sample
let server: GitServer

/**
 * What `cmd/server` says leads through two types of packages that it does not import; the package beside them is imported
 * and leads nowhere that anyone asks for.
 */
const chain = {
  'cmd/server/main.go': 'package main\n\nimport "example.org/big/pkg/options"\n\nfunc main() { options.New().Storage.Codec().Encode() }\n',
  'pkg/options/options.go': `package options

import (
	"example.org/big/pkg/beside"
	"example.org/lib/storage"
)

type Options struct {
	Storage *storage.Config
	Other   beside.Thing
}

func New() *Options { return &Options{} }
`,
  'pkg/beside/beside.go': 'package beside\n\ntype Thing struct{}\n',
  'staging/src/example.org/lib/storage/storage.go':
    'package storage\n\nimport "example.org/dep/codec"\n\ntype Config struct{}\n\nfunc (Config) Codec() codec.Codec { return codec.Codec{} }\n',
  'vendor/example.org/dep/codec/codec.go': 'package codec\n\nimport "example.org/dep/inner"\n\ntype Codec struct{}\n\nfunc (Codec) Encode() { inner.Encode() }\n',
  'vendor/example.org/dep/inner/inner.go': 'package inner\n\nfunc Encode() {}\n',
}

beforeEach(async (context) => {
  needHttpBackend(context)
  folder = scratch()
  sample = makeRepository(join(folder.path, 'upstream'), { extra: (root) => write(root, chain) })
  server = await serveGit(sample.root)
})

afterEach(async () => {
  await server.close()
  folder.dispose()
})

const walkthrough = () => walkthroughOf({ repository: server.url, commit: sample.commit })
/** Times that objects were asked for. */
const batches = (): number => server.requests.filter((request) => request.startsWith('POST')).length
const has = (root: string, ...names: string[]): boolean[] => names.map((name) => existsSync(join(root, name)))

describe('what the code needs', () => {
  it('is fetched as far as its types lead, and no further', async () => {
    const { root } = await getSource(walkthrough(), optionsFor(folder.path, { needs: resolverNeeds }))
    expect(has(root, 'staging/src/example.org/lib/storage/storage.go', 'vendor/example.org/dep/codec/codec.go')).toEqual([true, true])
    expect(has(root, 'pkg/beside', 'vendor/example.org/dep/inner', 'pkg/unused')).toEqual([false, false, false])
  })

  it('comes in one batch each time that something new shows', async () => {
    await getSource(walkthrough(), optionsFor(folder.path))
    const direct = batches()
    await getSource(walkthrough(), optionsFor(folder.path, { needs: resolverNeeds }))
    expect(batches() - direct).toBe(2)
  })

  it('is asked for until nothing new is named, and then never again', async () => {
    const asked: boolean[][] = []
    const needs: Needs = {
      key: 'told',
      missing: async (root) => {
        const there = has(root, 'pkg/deeper', 'docs')
        asked.push(there)
        return there[0] ? ['fmt', 'example.org/big/docs', 'example.org/big/nowhere', '../../etc'] : ['example.org/big/pkg/deeper']
      },
    }
    const tree = await getSource(walkthrough(), optionsFor(folder.path, { needs }))
    expect(asked).toEqual([[false, false], [true, false], [true, true]])
    const count = server.requests.length
    expect(await getSource(walkthrough(), optionsFor(folder.path, { needs }))).toEqual(tree)
    expect(asked).toHaveLength(3)
    expect(server.requests.length).toBe(count)
  })

  it('widens a copy that was made without it, or with another way of finding it', async () => {
    const { root } = await getSource(walkthrough(), optionsFor(folder.path))
    const needs = (key: string): Needs => ({ key, missing: async () => [`example.org/big/pkg/${key}`] })
    await getSource(walkthrough(), optionsFor(folder.path, { needs: needs('deeper') }))
    await getSource(walkthrough(), optionsFor(folder.path, { needs: needs('beside') }))
    expect(has(root, 'pkg/deeper/deeper.go', 'pkg/beside/beside.go', 'pkg/unused')).toEqual([true, true, false])
  })

  it('leaves the good copy alone when looking for it fails, and is looked for again', async () => {
    const before = await getSource(walkthrough(), optionsFor(folder.path))
    const failing: Needs = { key: 'deeper', missing: () => Promise.reject(new Error('the thread died')) }
    await expect(getSource(walkthrough(), optionsFor(folder.path, { needs: failing }))).rejects.toThrow('the thread died')
    expect(await getSource(walkthrough(), optionsFor(folder.path))).toEqual(before)
    const { root } = await getSource(walkthrough(), optionsFor(folder.path, { needs: { ...failing, missing: async () => ['example.org/big/pkg/deeper'] } }))
    expect(has(root, 'pkg/deeper/deeper.go')).toEqual([true])
  })
})
