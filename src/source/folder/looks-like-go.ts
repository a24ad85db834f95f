import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { goFiles } from '../widen.ts'

/** True when a folder is the root of Go code: it has a `go.mod`, or Go files where the packages should be. */
export async function looksLikeGo(root: string, packages: readonly string[]): Promise<boolean> {
  const module = await access(join(root, 'go.mod')).then(() => true, () => false)
  return module || (await goFiles(root, packages)).length > 0
}
