import type { ShellWord } from './scan-shell.ts'

/** A long flag in a command: `text` with its dashes and without any value. */
export interface FoundFlag {
  readonly text: string
  readonly start: number
}

/**
 * The long flags that a command hands to one of these programs.
 *
 * The program's word may stand anywhere, after `sudo` or `dlv exec`; where a lone `--` comes after it, only what follows
 * that is the program's.
 */
export function findFlags(commands: readonly (readonly ShellWord[])[], programs: readonly string[]): FoundFlag[] {
  return commands.flatMap((words) => {
    const program = words.findIndex(({ text }) => programs.includes(text) || programs.includes(text.replace(/^.*\//, '')))
    if (program === -1) return []
    const after = words.slice(program + 1)
    const separator = after.findIndex(({ text }) => text === '--')
    return after.slice(separator + 1).flatMap(({ text, start }) => {
      const flag = /^--[A-Za-z][\w.-]*/.exec(text)?.[0]
      return flag === undefined ? [] : [{ text: flag, start }]
    })
  })
}
