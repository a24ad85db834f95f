import type { Command } from 'commander'
import type { ScriptContext } from '../cli/index.ts'

/** Options of `npm run chapter`; titles in further languages are there under their option's name, `titleZh` for example. */
export interface ChapterFlags extends Readonly<Record<string, unknown>> {
  readonly symbols?: string
  readonly title?: string
  readonly walkthrough?: string
  readonly source?: string
  readonly json?: true
  readonly offline?: true
}

/** What follows the subcommand. */
export interface ChapterArguments {
  readonly name: string | undefined
  readonly flags: ChapterFlags
}

/** One subcommand: what it does in a line, and the doing. Resolves to the exit code; wrong use goes through `command.error`. */
export interface ChapterCommand {
  readonly help: string
  run(command: Command, given: ChapterArguments, context: ScriptContext): Promise<number>
}

/** Name of the option for a title in another language: `title-zh` for `zh-CN`. */
export const titleOption = (tag: string): string => `title-${tag.split('-')[0]?.toLowerCase() ?? tag}`

/** The title given for a language, under the name that commander files it. */
export function givenTitle(flags: ChapterFlags, tag: string): string | undefined {
  const value = flags[titleOption(tag).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
  return typeof value === 'string' ? value : undefined
}
