import { Command, Option } from 'commander'
import { loadConfig, projectRoot, type WalkthroughConfig } from '../src/config/index.ts'
import { resolverNeeds } from '../src/golang/needs/index.ts'
import { cleanCache, cleanWholeCache, defaultCacheRoot, findSource, getSource, type SourceTree } from '../src/source/index.ts'
import { chooseWalkthrough, jsonOption, runScript, sourceOption, type ScriptContext } from './cli/index.ts'

interface Flags {
  readonly walkthrough?: string
  readonly source?: string
  readonly refresh?: boolean
  readonly where?: boolean
  readonly clean?: boolean
  readonly all?: boolean
  readonly offline?: boolean
  readonly closure: 'direct' | 'needed' | 'transitive'
  readonly json?: boolean
}

const command = new Command('source')
  .description('Get the pinned Go source: from git, a mirror, a folder or a Go module proxy.')
  .option('--walkthrough <id>', 'the walkthrough whose source is meant (default: the first)')
  .addOption(sourceOption())
  .option('--refresh', 'fetch again; the copy of before stays until the new one is whole')
  .addOption(new Option('--where', 'print where the source is, without fetching').conflicts(['refresh', 'clean']))
  .addOption(new Option('--clean', "remove this walkthrough's copies from the cache").conflicts(['refresh', 'where']))
  .option('--all', 'with --clean: remove every copy')
  .option('--offline', 'use only what is on this machine')
  .addOption(
    new Option('--closure <reach>', 'how far imports are followed: direct ones, as far as the code needs, or all')
      .choices(['direct', 'needed', 'transitive'])
      .default('needed'),
  )
  .addOption(jsonOption())
  .addHelpText(
    'after',
    `
--source and WAYMARK_SOURCE take a folder, a git URL (https, http, ssh, git, file, or host:path), or
goproxy+<list> with a list in GOPROXY syntax, e.g. goproxy+https://goproxy.example.org,direct; goproxy alone means
what GOPROXY says. Several, separated by spaces, are tried in order. The cache is WAYMARK_CACHE, or your user's.`,
  )

await runScript(command, run)

async function run(self: Command, context: ScriptContext): Promise<number | undefined> {
  const flags = self.opts<Flags>()
  if (flags.all && !flags.clean) self.error('--all goes with --clean')
  const walkthrough = chooseWalkthrough((await loadConfig()).walkthroughs, flags.walkthrough)
  const cacheRoot = defaultCacheRoot(process.env)
  if (flags.clean) {
    const removed = flags.all ? [cacheRoot] : await cleanCache(walkthrough, { cacheRoot, progress: context.progress })
    if (flags.all) await cleanWholeCache(cacheRoot)
    print(flags, { removed }, removed.length === 0 ? 'There was nothing to remove.' : `Removed ${removed.join(', ')}`)
    return 0
  }
  const options = {
    override: flags.source,
    offline: flags.offline,
    refresh: flags.refresh,
    ...(flags.closure === 'needed' ? { needs: resolverNeeds } : { closure: flags.closure }),
    projectRoot,
    env: process.env,
    progress: context.progress,
    signal: context.signal,
  }
  if (flags.where) {
    const tree = await findSource(walkthrough, options)
    if (tree === undefined) {
      print(flags, { walkthrough: walkthrough.id, root: null }, undefined)
      process.stderr.write(`There is no copy of the source of ${walkthrough.id} yet; npm run source gets it.\n`)
      return 1
    }
    print(flags, { walkthrough: walkthrough.id, ...tree }, tree.root)
    return 0
  }
  const tree = await getSource(walkthrough, options)
  print(flags, { walkthrough: walkthrough.id, ...tree }, describe(walkthrough, tree))
  return 0
}

function describe(walkthrough: WalkthroughConfig, tree: SourceTree): string {
  const from = tree.origin.kind === 'folder' ? 'used in place' : `from ${tree.origin.url}`
  const commit = tree.commit === undefined ? 'its commit is not known' : `at ${tree.commit}`
  const pin = tree.pinned || 'folder' in walkthrough.source ? '' : `; not known to be the pinned ${walkthrough.version}`
  return `${tree.root}\n${from}${'folder' in walkthrough.source ? '' : `, ${commit}${pin}`}`
}

function print(flags: Flags, json: unknown, text: string | undefined): void {
  if (flags.json) process.stdout.write(`${JSON.stringify(json)}\n`)
  else if (text !== undefined) process.stdout.write(`${text}\n`)
}
