import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { execa } from 'execa'
import { expect, it } from 'vitest'

const hook = new URL('../../scripts/node/keep-stripped.mjs', import.meta.url).href
const here = fileURLToPath(new URL('.', import.meta.url))

it('loads what a TypeScript file says now, kept or not', async () => {
  // Only files of the project are kept, so the file has to lie in it.
  const folder = mkdtempSync(join(here, '.kept-'))
  try {
    const file = join(folder, 'said.ts')
    const said = async (): Promise<string> => {
      const code = `import(${JSON.stringify(pathToFileURL(file).href)}).then(({ said }) => console.log(said))`
      const { stdout } = await execa(process.execPath, ['--disable-warning=ExperimentalWarning', `--import=${hook}`, '-e', code])
      return stdout
    }
    writeFileSync(file, "export const said: string = 'first'\n")
    expect([await said(), await said()]).toEqual(['first', 'first'])
    writeFileSync(file, "export const said: string = 'second'\n")
    expect(await said()).toBe('second')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
