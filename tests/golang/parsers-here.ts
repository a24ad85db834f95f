import { openParser, type GoParser } from '../../src/golang/index.ts'

/** The parser runtimes that load on this machine: always `wasm`, and `native` where its binary fits; says so where not. */
export async function parsersHere(): Promise<GoParser[]> {
  const parsers = [await openParser('wasm')]
  try {
    parsers.unshift(await openParser('native'))
  } catch (error) {
    process.stderr.write(`\n*** native tree-sitter is NOT tested here: ${error instanceof Error ? error.message : String(error)} ***\n\n`)
  }
  return parsers
}
