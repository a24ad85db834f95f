import { CommanderError, Option, type Command } from 'commander'
import { WaymarkError, type Progress } from '../../src/report/index.ts'
import { printDiagnostics } from './print-diagnostics.ts'
import { terminalProgress } from './terminal-progress.ts'

/** What an action gets besides its arguments. */
export interface ScriptContext {
  readonly progress: Progress
  /** Aborted on Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal
}

/** `--source <folder|url>`: where to take the Go tree from, instead of what the config says. */
export const sourceOption = (): Option =>
  new Option('--source <folder|url>', 'take the Go source from this folder, git URL or module proxy').env('WAYMARK_SOURCE')

/** `--json`: results as JSON on stdout. */
export const jsonOption = (): Option => new Option('--json', 'print results as JSON on stdout')

/**
 * Runs one command-line entry and sets the exit code: 0 when `action` returns 0 or nothing, 1 for problems (a
 * `WaymarkError`, or a returned 1), 2 for wrong use. Anything else that is thrown is a bug: its stack is shown.
 */
export async function runScript(
  command: Command,
  action: (command: Command, context: ScriptContext) => Promise<number | undefined>,
  argv: readonly string[] = process.argv,
): Promise<void> {
  const abort = new AbortController()
  const interrupt = (): void => abort.abort()
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  const progress = terminalProgress()
  command.exitOverride().showHelpAfterError('(--help shows how)')
  try {
    command.action(async () => {
      process.exitCode = (await action(command, { progress, signal: abort.signal })) ?? 0
    })
    await command.parseAsync([...argv])
  } catch (error) {
    progress.stop()
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
    } else if (error instanceof WaymarkError) {
      printDiagnostics(error.diagnostics)
      process.exitCode = 1
    } else if (abort.signal.aborted) {
      process.exitCode = 130
    } else {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      process.exitCode = 1
    }
  } finally {
    progress.stop()
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}
