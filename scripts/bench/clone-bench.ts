import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { measureClone, type Cost } from './clone.ts'
import type { Measurement } from './measurement.ts'

const TAG = 'v0.0.0-measured'

/** What getting the source costs, against a plain shallow clone of the same tree, made into a repository and served locally. */
export async function benchClone(tree: string, walkthrough: WalkthroughConfig): Promise<Measurement[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'waymark-repository-'))
  try {
    const repository = join(scratch, 'repository')
    await cp(tree, repository, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('/.git') })
    const git = (...args: string[]): void => {
      const settings = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', '-c', 'gc.auto=0', '-c', 'core.autocrlf=false']
      execFileSync('git', ['-C', repository, ...settings, ...args], { stdio: 'ignore' })
    }
    git('init', '--quiet')
    git('add', '--all', '--force')
    git('commit', '--quiet', '--no-verify', '--message', 'The tree as it stands')
    git('tag', TAG)
    const { plain, packages, imports, unchanged } = await measureClone(repository, TAG, walkthrough)
    const told = ({ bytes, seconds, requests }: Cost): string => `${(bytes / 1e6).toFixed(2)} MB in ${requests} requests and ${seconds.toFixed(1)} s; plain: ${(plain.bytes / 1e6).toFixed(1)} MB in ${plain.seconds.toFixed(1)} s`
    const share = (what: string, cost: Cost, aim: number): Measurement => ({ what, value: (100 * cost.bytes) / plain.bytes, unit: '%', aim, detail: told(cost) })
    return [
      share('bytes: the packages, of a plain clone', packages, 5),
      share('bytes: with what they import, of a plain clone', imports, 16),
      { what: 'time: with what they import, of a plain clone', value: imports.seconds / plain.seconds, unit: '×', aim: undefined, detail: told(imports) },
      { what: 'time: nothing has changed', value: unchanged.seconds, unit: 's', aim: undefined, detail: `${unchanged.requests} requests` },
    ]
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
