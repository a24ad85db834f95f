import { diskTree, moduleLayout, openParser } from '../../src/golang/index.ts'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { explorerPages } from '../../src/site/options/explorer-place.ts'
import { optionsStrings, renderErrors, renderFlagReference, renderRows, startErrors, variableTree, type PageOptions } from '../../src/markdown/options/index.ts'
import { diskReader } from '../../src/options/disk-reader.ts'
import { evaluateOptions } from '../../src/options/evaluate-options.ts'
import type { Measurement } from './measurement.ts'

/** How long it takes to work the options out with nothing kept from before, and to make the explorer's pages of one language of them. */
export async function benchOptions(tree: string, { options: roots, aliases }: WalkthroughConfig): Promise<Measurement[]> {
  if (roots === undefined) return []
  const parser = await openParser()
  const begun = performance.now()
  const outcome = evaluateOptions({ layout: moduleLayout(diskTree(tree)), reader: diskReader(tree), parser }, roots, aliases)
  const known = performance.now()
  const options: PageOptions = { outcome, withSource: true, codeUrl: ({ file, line }) => `https://code.example/${file}#L${line}`, hrefOf: (page) => `../${page}/` }
  const strings = optionsStrings('en')
  renderFlagReference(options, () => [], strings)
  renderRows(variableTree(outcome.defaults), { options, strings, withIds: true, open: 1, given: new Map() })
  renderErrors(startErrors(outcome), options, strings, () => undefined)
  const rendered = performance.now()
  const found = `${outcome.flags.length} flags, ${outcome.defaults.length} values, ${outcome.completions.length} steps, ${outcome.checks.length} checks, ${outcome.gaps.length} not understood`
  return [
    { what: 'options: worked out, nothing kept', value: (known - begun) / 1000, unit: 's', aim: undefined, detail: found },
    { what: 'options: their pages, in one language', value: (rendered - known) / 1000, unit: 's', aim: undefined, detail: `${explorerPages.length} pages` },
  ]
}
