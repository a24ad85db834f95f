import { createRequire } from 'node:module'
import type { GoNode, GoParser } from './go-node.ts'

interface NativeParser {
  setLanguage(language: unknown): void
  parse(text: string, oldTree: undefined, options: { bufferSize: number }): { readonly rootNode: GoNode }
}

/**
 * The grammar as machine code.
 *
 * `tree-sitter` is an optional dependency: its prebuilt binary needs a newer C++ library than some systems have.
 *
 * @throws whatever loading the binaries throws, where they do not load.
 */
export function openNativeParser(): GoParser {
  const require = createRequire(import.meta.url)
  const NativeParser = require('tree-sitter') as new () => NativeParser
  const parser = new NativeParser()
  parser.setLanguage(require('tree-sitter-go'))
  return {
    backend: 'native',
    parse(text) {
      // The binding hands the text over in one piece and refuses pieces longer than its buffer.
      const { rootNode } = parser.parse(text, undefined, { bufferSize: Math.max(1024, text.length + 1) })
      return { rootNode, delete: () => undefined }
    },
  }
}
