import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { projectCopy } from '../start/project-copy.ts'
import { temporaryFolder } from '../start/temporary-folder.ts'

/** `npm run dev` in a copy of the project, once it serves; ended after the test. */
async function startDev() {
  const root = projectCopy()
  const env = { ...process.env, WAYMARK_SOURCE: '', WAYMARK_CACHE: temporaryFolder(), VITEST: '' }
  const child = spawn(process.execPath, ['scripts/run.mjs', 'dev', '--offline', '--port', '0'], { cwd: root, env })
  onTestFinished(async () => {
    child.kill('SIGINT')
    if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve))
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text))
  const until = async <Value>(what: () => Promise<Value | undefined> | Value | undefined): Promise<Value> => {
    for (;;) {
      const value = await what()
      if (value !== undefined) return value
      if (child.exitCode !== null) throw new Error(`the server has ended:\n${log}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const url = await until(() => /Reading at (\S+)/.exec(log)?.[1])
  const page = (address: string): Promise<string> => fetch(new URL(address, url)).then((response) => response.text(), () => '')
  return {
    /** Replaces a piece of a file by another; it has to be there. */
    edit(file: string, from: string, to: string): void {
      const path = join(root, file)
      const text = readFileSync(path, 'utf8')
      expect(text).toContain(from)
      writeFileSync(path, text.replace(from, () => to))
    },
    write: (file: string, text: string): void => writeFileSync(join(root, file), text),
    /** The page, once it holds this. */
    showing: (address: string, piece: string): Promise<string> => until(async () => [await page(address)].find((html) => html.includes(piece))),
    told: (piece: string): Promise<true> => until(() => log.includes(piece) || undefined),
    page,
  }
}

// It starts twice, where others may want the machine too.
it('follows chapters, code and the configuration while it runs', { timeout: 240_000 }, async () => {
  const dev = await startDev()
  const chapter = 'content/docs/tiny-apiserver/walk.md'
  const address = '/tiny-apiserver/walk/'
  await dev.showing(address, 'sl-markdown-content')

  // A sentence, then a heading, which the list of sections shows too.
  dev.edit(chapter, '\n## ', '\nA sentence that is new.\n\n## A section that is new\n\n## ')
  const edited = await dev.showing(address, 'A sentence that is new.')
  expect(edited.split('A section that is new').length - 1).toBeGreaterThan(1)

  // Code that the chapter shows; its other language shows the same.
  dev.edit('examples/tiny-apiserver/main.go', 'func main() {\n', 'func main() {\n\tcodeThatIsNew()\n')
  await dev.showing(address, 'codeThatIsNew')
  expect(await dev.page(`/zh-cn${address}`)).toContain('codeThatIsNew')

  // A configuration that cannot be read is told about, and the site goes on.
  dev.edit('walkthrough.config.ts', "packages: ['...']", 'packages: 7')
  await dev.told('config-invalid')
  expect(await dev.page(address)).toContain('A sentence that is new.')

  // A new chapter stands in the sidebar when the configuration lists it.
  for (const folder of ['', 'zh-cn/']) dev.write(`content/docs/${folder}tiny-apiserver/second.md`, '---\ntitle: A chapter that is new\n---\n\nIts text.\n')
  await dev.showing('/tiny-apiserver/second/', 'Its text.')
  dev.edit('walkthrough.config.ts', 'packages: 7', "packages: ['...']")
  dev.edit('walkthrough.config.ts', "chapters: ['walk']", "chapters: ['walk', 'second']")
  expect(await dev.showing(address, 'href="/tiny-apiserver/second/"')).toContain('A sentence that is new.')
})
