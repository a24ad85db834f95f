import { WaymarkError } from '../report/index.ts'
import type { GoParser } from './go-node.ts'

/** Which runtime to use; `auto` takes the native one where it loads. */
export type ParserChoice = 'auto' | 'native' | 'wasm'

const opened = new Map<ParserChoice, Promise<GoParser>>()

/**
 * A parser for Go, one for the whole process.
 *
 * @param choice default: `WAYMARK_PARSER`, else `auto`.
 * @throws WaymarkError `parser-unavailable` when `native` is asked for and does not load.
 */
export function openParser(choice: ParserChoice = choiceFrom(process.env['WAYMARK_PARSER'])): Promise<GoParser> {
  const known = opened.get(choice)
  if (known !== undefined) return known
  const parser = open(choice)
  opened.set(choice, parser)
  parser.catch(() => opened.delete(choice))
  return parser
}

async function open(choice: ParserChoice): Promise<GoParser> {
  if (choice !== 'wasm') {
    try {
      const { openNativeParser } = await import('./native-parser.ts')
      return openNativeParser()
    } catch (cause) {
      if (choice === 'native') throw unavailable(cause)
    }
  }
  const { openWasmParser } = await import('./wasm-parser.ts')
  return openWasmParser()
}

function choiceFrom(value: string | undefined): ParserChoice {
  if (value === undefined || value === '' || value === 'auto') return 'auto'
  if (value === 'native' || value === 'wasm') return value
  throw new WaymarkError({
    code: 'parser-unknown',
    severity: 'error',
    message: `WAYMARK_PARSER names no parser`,
    expected: 'native, wasm or auto',
    found: value,
    fix: 'Unset WAYMARK_PARSER, or set it to one of these.',
  })
}

function unavailable(cause: unknown): WaymarkError {
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
  return new WaymarkError(
    {
      code: 'parser-unavailable',
      severity: 'error',
      message: 'the native tree-sitter binding does not load on this machine',
      found: reason,
      fix: 'Unset WAYMARK_PARSER to use the WebAssembly runtime, or build the binding: npm rebuild tree-sitter tree-sitter-go --ignore-scripts=false',
    },
    { cause },
  )
}
