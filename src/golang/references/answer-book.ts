import { join } from 'node:path'
import type { Diagnostic, Progress } from '../../report/index.ts'
import type { GoIndex } from '../go-index.ts'
import { digestOf, linkedFrom, nodeOf, openResolver, type PackageNode } from '../resolve/index.ts'
import { answerFile, linkRows, type LinkRow } from './answer-files.ts'
import { answerInParallel } from './answer-in-parallel.ts'
import { loadAnswers, saveAnswers, type KeptAnswer, type KeptAnswers, type KeptNode } from './answers-store.ts'
import { decodeAnswer, decodeHead, encodeAnswer, type FileAnswer } from './file-answer.ts'
import { fileDigests, type FileDigests } from './file-digests.ts'
import { keptLinks, validAnswers } from './valid-answers.ts'

/** Answers about files, found once, and kept on disk where there is a cache. */
export interface AnswerBook {
  of(file: string): Promise<FileAnswer>
  /** Finds what is not known yet of these files, in threads when it is much; and keeps it. */
  prepare(files: readonly string[]): Promise<void>
  /** The symbols that a prepared file speaks of: see `AnswerHead`. */
  symbolsIn(file: string): readonly string[]
  /** How many files have been resolved, and not taken from the cache. */
  readonly resolved: number
  readonly diagnostics: readonly Diagnostic[]
}

/** Fewer files than this are not worth the start of threads. */
const MANY_FILES = 250

/** The answers about a tree's files. `cacheRoot` undefined: nothing is kept. */
export async function openAnswerBook(index: GoIndex, library: string | undefined, cacheRoot: string | undefined, progress: Progress): Promise<AnswerBook> {
  const { tree } = index
  const resolver = openResolver(index, { library })
  const store = cacheRoot === undefined ? undefined : join(cacheRoot, 'references')
  const name = digestOf(`${tree.root}\n${library ?? ''}`)
  const kept: KeptAnswers = store === undefined ? { answers: new Map(), nodes: new Map(), digests: new Map() } : loadAnswers(store, name)
  const packages = await resolver.packages()
  const digests = fileDigests(packages, { tree: tree.root, library }, kept.digests)
  const encoded = kept.answers.size === 0 ? new Map<string, KeptAnswer>() : validAnswers(kept, packages, digests)
  const answers = new Map<string, Promise<FileAnswer>>()
  const diagnostics: Diagnostic[] = []
  const told = new Set<string>()
  const rows: LinkRow[] = []
  let resolved = 0

  const tell = (file: string, about: readonly Diagnostic[]): void => {
    if (!told.has(file)) diagnostics.push(...about)
    told.add(file)
  }
  const find = async (file: string): Promise<FileAnswer> => {
    const known = encoded.get(file)
    if (known === undefined) resolved++
    const answer = known === undefined ? await answerFile(resolver, file) : decodeAnswer(known.text)
    tell(file, answer.diagnostics)
    return answer
  }
  const of = (file: string): Promise<FileAnswer> => {
    let answer = answers.get(file)
    if (answer === undefined) answers.set(file, (answer = find(file)))
    return answer
  }
  const keep = (file: string, text: string): void => {
    const source = packages.fileOf(file)?.source
    if (source !== undefined) encoded.set(file, { node: nodeOf(source), content: digests.of(source).content, text })
  }
  return {
    of,
    diagnostics,
    symbolsIn(file) {
      const known = encoded.get(file)
      if (known === undefined) return []
      const head = decodeHead(known.text)
      tell(file, head.diagnostics)
      return head.symbols
    },
    get resolved() {
      return resolved
    },
    async prepare(files) {
      const missing = files.filter((file) => !encoded.has(file) && !answers.has(file))
      if (missing.length >= MANY_FILES) {
        let done = 0
        await answerInParallel({ tree, library, files: missing }, (batch, found) => {
          batch.forEach((file, at) => keep(file, found.answers[at]!))
          rows.push(...found.links)
          resolved += batch.length
          progress.update((done += batch.length), missing.length, 'files')
        })
      } else for (const file of missing) await of(file)
      let fresh = missing.length >= MANY_FILES
      for (const [file, answer] of answers) {
        if (encoded.has(file)) continue
        fresh = true
        keep(file, encodeAnswer(await answer))
      }
      if (fresh && store !== undefined) saveAnswers(store, name, { answers: encoded, nodes: nodesOf(encoded, kept, [...rows, ...(await linkRows(resolver))], digests), digests: digests.settled })
    },
  }
}

/** All nodes that answers depend on, as they are now. */
function nodesOf(answers: ReadonlyMap<string, KeptAnswer>, kept: KeptAnswers, rows: readonly LinkRow[], digests: FileDigests): Map<PackageNode, KeptNode> {
  const links = new Map([...keptLinks(kept.nodes)].map(([node, led]) => [node, new Map(led)]))
  for (const [node, importPath, to] of rows) {
    const led = links.get(node)
    if (led === undefined) links.set(node, new Map([[importPath, to]]))
    else led.set(importPath, to)
  }
  const nodes = new Map<PackageNode, KeptNode>()
  const open = [...answers.values()].map(({ node }) => node)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (nodes.has(node)) continue
    nodes.set(node, { fingerprint: digests.fingerprint(node), links: Object.fromEntries(links.get(node) ?? []) })
    open.push(...linkedFrom(node, links))
  }
  return nodes
}
