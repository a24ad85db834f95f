import { createHash } from 'node:crypto'
import type { RepositoryConfig } from '../config/index.ts'
import type { Progress } from '../report/index.ts'
import type { Needs, WidenFunction } from './widen.ts'

/** Everything an origin needs to know to give a tree. */
export interface Obtain {
  readonly id: string
  readonly config: RepositoryConfig
  readonly packages: readonly string[]
  readonly cacheRoot: string
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly signal: AbortSignal | undefined
  readonly widen: WidenFunction | undefined
  readonly needs: Needs | undefined
  readonly closure: 'direct' | 'transitive'
  readonly refresh: boolean
  readonly lockStaleMs: number | undefined
}

/** Names what was asked for, so that a finished copy can say whether it was made for the same. */
export function requestKey({ config, packages, closure, needs }: Obtain, kind: 'git' | 'proxy'): string {
  const wanted = { packages: [...packages].sort(), closure, ...(needs === undefined ? {} : { needs: needs.key }) }
  // Of modules, only what is fetched besides the configured ones depends on what the packages need.
  const asked = kind === 'git' ? wanted : { module: config.module, ...(needs === undefined ? {} : { packages: wanted.packages, needs: needs.key }) }
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16)
}
