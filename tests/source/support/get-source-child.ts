/** Gets a source in a process of its own, for tests that kill it: asked through WAYMARK_TEST, answers on stdout. */
import type { WalkthroughConfig } from '../../../src/config/index.ts'
import { silentProgress } from '../../../src/report/index.ts'
import { getSource, type SourceOptions } from '../../../src/source/index.ts'

const { walkthrough, options, wanted } = JSON.parse(process.env['WAYMARK_TEST'] ?? '{}') as {
  walkthrough: WalkthroughConfig
  /** Import paths that are needed besides; none when undefined. */
  wanted?: readonly string[]
  options: Omit<SourceOptions, 'progress'>
}
const progress = { ...silentProgress, say: (line: string) => void process.stderr.write(`${line}\n`) }
const needs = wanted === undefined ? undefined : { key: 'wanted', missing: () => Promise.resolve(wanted) }
const tree = await getSource(walkthrough, { ...options, progress, needs })
process.stdout.write(`${JSON.stringify(tree)}\n`)
