import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A command line that a chapter shows, and the output it promises right below. */
export interface Session {
  readonly args: readonly string[]
  readonly output: string
}

/** Reads the `sh` blocks of a chapter that run the program and are followed by a `text` block. */
export function chapterSessions(chapter: string): Session[] {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../content/docs', chapter), 'utf8')
  const pairs = text.matchAll(/```sh\ngo run \. (.+)\n```\n\n```text\n([\s\S]*?)```/g)
  return [...pairs].map(([, args = '', output = '']) => ({ args: args.split(' '), output }))
}
