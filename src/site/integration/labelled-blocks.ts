import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code'
import { select, setProperty } from '@astrojs/starlight/expressive-code/hast'

/** As much of a block's first line as a name has room for, in characters. */
const NAME_LENGTH = 60

/**
 * Names each block by its first line. Expressive Code makes a block that scrolls a landmark, and landmarks that can't be
 * told apart are of no use to people who go from one to the next.
 */
export function labelledBlocks(): ExpressiveCodePlugin {
  return {
    name: 'waymark-labelled-blocks',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const pre = select('pre', renderData.blockAst)
        if (pre) setProperty(pre, 'ariaLabel', blockName(codeBlock.language, codeBlock.code))
      },
    },
  }
}

/** E.g. `sh: go run . --port=1`. */
export function blockName(language: string, code: string): string {
  const line = code.split('\n').find((text) => text.trim() !== '')?.trim() ?? ''
  const short = line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH).trimEnd()}…` : line
  return `${language}: ${short}`
}
