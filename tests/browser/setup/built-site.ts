import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { listen, siteHandler } from '../../../scripts/site/index.ts'
import { projectRoot } from '../../../src/config/index.ts'
import { CHROMIUM_FLAGS } from './chromium-flags.ts'
import { findChromium } from './find-chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the built site, and the address it is served at, ending in a slash. */
    site: { readonly folder: string; readonly url: string }
    /** Where the browser that all tests share listens; undefined where the machine has none. */
    browser: string | undefined
  }
}

/**
 * Builds the site once, or takes a built one, and serves it on a free loopback port while the tests run,
 * and starts the one browser that they share.
 */
export default async function builtSite(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    const message = 'No Chromium or Chrome was found: the tests in a browser cannot run. WAYMARK_CHROMIUM=<path> names one.'
    if (process.env.CI) throw new Error(message)
    process.stderr.write(`\n!!! ${message} They are skipped.\n\n`)
  }
  const temporary = mkdtempSync(join(tmpdir(), 'waymark-browser-'))
  const given = process.env.WAYMARK_DIST
  const folder = given ? resolve(given) : build(temporary)
  const server = await listen(siteHandler(folder), { host: '127.0.0.1', port: 0, alternatives: 0 })
  project.provide('site', { folder, url: server.url })
  const browser = executablePath === undefined ? undefined : await chromium.launchServer({ executablePath, args: [...CHROMIUM_FLAGS], host: '127.0.0.1' })
  project.provide('browser', browser?.wsEndpoint())
  return async () => {
    await browser?.close()
    await server.close()
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** Builds as someone without network and with empty caches would: nothing of this machine's state gets into the pages. */
function build(temporary: string): string {
  const folder = join(temporary, 'site')
  const env: NodeJS.ProcessEnv = { ...process.env, WAYMARK_CACHE: join(temporary, 'cache'), ASTRO_TELEMETRY_DISABLED: '1' }
  // Vitest's own mode, and a source that somebody has set, are not what is tested.
  delete env.NODE_ENV
  delete env.WAYMARK_SOURCE
  const script = join(projectRoot, 'scripts', 'build.ts')
  const run = spawnSync(process.execPath, [script, '--offline', '--allow-drift', '--out', folder], {
    cwd: projectRoot,
    env,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`The site could not be built:\n${run.stderr}${run.stdout}`)
  return folder
}
