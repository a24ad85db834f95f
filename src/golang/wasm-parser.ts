import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Language, Parser } from 'web-tree-sitter'
import type { GoParser } from './go-node.ts'

/** The grammar as WebAssembly, compiled for no machine in particular: works wherever Node does. */
export async function openWasmParser(): Promise<GoParser> {
  await Parser.init()
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-go/tree-sitter-go.wasm')
  const parser = new Parser().setLanguage(await Language.load(readFileSync(grammar)))
  return {
    backend: 'wasm',
    parse(text) {
      const tree = parser.parse(text)
      if (tree === null) throw new Error('web-tree-sitter gave no tree')
      return tree
    },
  }
}
