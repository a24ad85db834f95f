import { declaredCodes } from '../../src/authoring/index.ts'
import { loadConfig, projectRoot, type WalkthroughConfig, type WaymarkConfig } from '../../src/config/index.ts'
import { openIndex, shortSymbol, type GoIndex } from '../../src/golang/index.ts'
import { resolverNeeds } from '../../src/golang/needs/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import { getSource, type SourceTree } from '../../src/source/index.ts'
import type { DeclaredCode } from '../../src/walkthrough/declared-code.ts'
import { chooseWalkthrough, type ScriptContext } from '../cli/index.ts'
import type { ChapterFlags } from './chapter-command.ts'

/** A walkthrough with its code at hand. */
export interface OpenCode {
  readonly config: WaymarkConfig
  readonly walkthrough: WalkthroughConfig
  readonly tree: SourceTree
  readonly index: GoIndex
  /**
   * The declarations of these symbols, in the same order.
   *
   * @throws WaymarkError with one diagnostic for each that is not there, or not alone.
   */
  declared(symbols: readonly string[]): DeclaredCode[]
  /** A declaration's symbol as an author would write it. */
  short(code: DeclaredCode): string
  /** Names of the functions that the walkthrough's path goes through. */
  readonly pathNames: readonly string[]
}

/** Opens the code of the walkthrough that is asked for. */
export async function openCode(flags: ChapterFlags, { progress, signal }: ScriptContext): Promise<OpenCode> {
  const config = await loadConfig()
  const walkthrough = chooseWalkthrough(config.walkthroughs, flags.walkthrough)
  const bundled = 'folder' in walkthrough.source
  const tree = await getSource(walkthrough, {
    ...(flags.source === undefined || bundled ? {} : { override: flags.source }),
    offline: flags.offline === true,
    projectRoot,
    env: process.env,
    progress,
    signal,
    needs: resolverNeeds,
  })
  const index = await openIndex(tree, { packages: walkthrough.packages, progress })
  const find = await declaredCodes(index, walkthrough.aliases)
  return {
    config,
    walkthrough,
    tree,
    index,
    declared(symbols) {
      const results = symbols.map((symbol) => find(symbol, { file: '', line: 1, column: 1 }))
      const wrong = results.flatMap(({ diagnostics }) => diagnostics)
      // What somebody typed on a command line stands in no file.
      if (wrong.length > 0) throw new WaymarkError(wrong.map((one) => ({ ...one, file: undefined, line: undefined, column: undefined })))
      return results.flatMap((result) => (result.kind === 'found' ? [result.value] : []))
    },
    short: ({ declaration }) => shortSymbol(index, walkthrough.aliases, declaration),
    pathNames: walkthrough.path.map(({ symbol }) => lastName(symbol)),
  }
}

/** `options.ServerRunOptions.Validate` → `Validate`. */
export const lastName = (symbol: string): string => symbol.slice(symbol.lastIndexOf('.') + 1)
