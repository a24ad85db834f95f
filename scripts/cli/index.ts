/**
 * What every command-line entry shares: argument parsing, exit codes, progress on stderr, results on stdout.
 *
 * Exit codes: 0 fine, 1 problems found, 2 wrong use.
 */
export { runScript, sourceOption, jsonOption, type ScriptContext } from './run-script.ts'
export { terminalProgress } from './terminal-progress.ts'
export { printDiagnostics } from './print-diagnostics.ts'
export { chooseWalkthrough } from './choose-walkthrough.ts'
