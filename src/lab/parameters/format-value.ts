import type { ParameterConfig } from '../../config/index.ts'
import { belowHome, quotePath, quoteShell } from './quote-shell.ts'

/**
 * Where a value is going to stand.
 *
 * - `shell`: outside of quotes, in a command.
 * - `json`: inside a string of JSON that is only shown.
 * - `plain`: bare, in what a command is expected to print.
 * - `heredoc`, `heredoc-json`, `heredoc-yaml`: in a file that a command writes with an unquoted here-document; for JSON
 *   inside a string, for YAML as a scalar.
 */
export type ValueFormat = 'shell' | 'plain' | 'json' | 'heredoc' | 'heredoc-json' | 'heredoc-yaml'

/** A value as it has to be written there to arrive unchanged. */
export function formatValue(parameter: ParameterConfig, value: string, format: ValueFormat): string {
  switch (format) {
    case 'shell':
      return isPath(parameter) ? quotePath(value) : quoteShell(value)
    case 'plain':
      return withHome(parameter, value, (text) => text)
    case 'json':
      return withHome(parameter, value, (text) => JSON.stringify(text).slice(1, -1))
    case 'heredoc':
      return withHome(parameter, value, escapeHeredoc)
    case 'heredoc-json':
      return withHome(parameter, value, (text) => escapeHeredoc(JSON.stringify(text).slice(1, -1)))
    case 'heredoc-yaml':
      return isPlainYaml(value) ? value : `"${withHome(parameter, value, (text) => escapeHeredoc(JSON.stringify(text).slice(1, -1)))}"`
  }
}

/** Text as it stands in an unquoted here-document: only these three mean anything there. */
export function escapeHeredoc(text: string): string {
  return text.replace(/[\\$`]/g, '\\$&')
}

const isPath = ({ type }: ParameterConfig): boolean => type === 'path' || type === 'location'

function withHome(parameter: ParameterConfig, value: string, escape: (text: string) => string): string {
  const below = isPath(parameter) ? belowHome(value) : undefined
  return below === undefined ? escape(value) : `$HOME/${escape(below)}`
}

/** Strings that YAML reads as themselves: a path or a name of plain characters. Numbers stay numbers, as ports should. */
function isPlainYaml(value: string): boolean {
  return /^[A-Za-z0-9_/.][A-Za-z0-9_./-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n|\.nan|\.inf)$/i.test(value)
}
