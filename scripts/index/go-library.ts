import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

/**
 * The folder of Go's own library sources on this machine: of `GOROOT`, else of the `go` on the PATH. Undefined when there is
 * none: then what its functions give is not known, and their names are all the same.
 */
export async function goLibrary(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const told = env['GOROOT'] ?? ''
  const root = told === '' ? await rootOfGo() : told
  const library = join(root, 'src')
  return root !== '' && existsSync(join(library, 'fmt')) ? library : undefined
}

async function rootOfGo(): Promise<string> {
  const asked = await execa('go', ['env', 'GOROOT'], { reject: false, env: { GO111MODULE: 'off' } })
  return asked.failed ? '' : asked.stdout
}
