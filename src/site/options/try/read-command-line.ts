import { scanShell } from '../../../lab/shell/scan-shell.ts'
import { unquoteShell } from '../../../lab/shell/unquote-shell.ts'

/** A command line taken apart: the words before the first flag, and the arguments of the program. */
export interface CommandLine {
  /** E.g. `kube-apiserver`, or `dlv exec kube-apiserver`; empty where somebody typed flags alone. */
  readonly before: readonly string[]
  /** As the program gets them, without quotes. */
  readonly args: readonly string[]
}

/**
 * Reads the first command with flags of a text (not the `cd` before it) as a POSIX shell would, apart from expansions: `$HOME` stays as it is.
 *
 * Flags of a program that another one starts (`dlv exec server --init x -- --port=1`) come after a lone `--`; a program
 * that is called by itself ends its own flags with it.
 */
export function readCommandLine(text: string): CommandLine {
  const commands = scanShell(text).commands.map((command) => command.map((word) => unquoteShell(word.text)))
  const words = commands.find((command) => command.some((word) => word.startsWith('-'))) ?? commands[0] ?? []
  const first = words.findIndex((word) => word.startsWith('-'))
  if (first === -1) return { before: words, args: [] }
  const before = words.slice(0, first)
  const args = words.slice(first)
  const separator = args.indexOf('--')
  return { before, args: before.length > 1 && separator !== -1 ? args.slice(separator + 1) : args }
}
