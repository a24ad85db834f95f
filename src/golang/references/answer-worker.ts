/** What a thread of `answerInParallel` runs: it answers batches of files, and tells which links it has followed. */
import type { SourceTree } from '../../source/index.ts'
import { diskTree } from '../disk-tree.ts'
import { moduleLayout } from '../module-layout.ts'
import { openResolver, type Resolver } from '../resolve/index.ts'
import { answerFile, linkRows, type LinkRow } from './answer-files.ts'
import { encodeAnswer } from './file-answer.ts'

/** A question to a thread. */
export interface Batch {
  readonly tree: SourceTree
  readonly library: string | undefined
  readonly files: readonly string[]
}

/** Its answer: encoded answers, one for each file. */
export interface BatchAnswers {
  readonly answers: readonly string[]
  readonly links: readonly LinkRow[]
}

let resolver: Resolver | undefined
let told = 0

/** Answers a batch. A thread works for one tree all its life. */
export default async function answerBatch({ tree, library, files }: Batch): Promise<BatchAnswers> {
  resolver ??= openResolver({ tree, layout: moduleLayout(diskTree(tree.root)) }, { library })
  const answers: string[] = []
  for (const file of files) answers.push(encodeAnswer(await answerFile(resolver, file)))
  const rows = await linkRows(resolver)
  const fresh = rows.length === told ? [] : rows
  told = rows.length
  return { answers, links: fresh }
}
