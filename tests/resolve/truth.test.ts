import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, test } from 'vitest'

const fixtures = join(import.meta.dirname, 'fixtures')
const script = join(import.meta.dirname, '../../scripts/truth/compare-references.ts')
const hasGo = await execa('go', ['version'], { reject: false }).then(({ exitCode }) => exitCode === 0)
if (!hasGo) process.stderr.write('tests/resolve/truth.test.ts: no go on the PATH; the fixtures are not compared with go/types\n')

describe.runIf(hasGo)("agrees with Go's own type checker", () => {
  for (const scenario of readdirSync(fixtures).sort()) {
    test(scenario, { timeout: 120_000 }, async () => {
      const { stdout, exitCode } = await execa(process.execPath, ['--disable-warning=ExperimentalWarning', script, '--tests', join(fixtures, scenario), '...'], { reject: false })
      expect(stdout).toMatch(/% right, 0 wrong/)
      expect(exitCode).toBe(0)
    })
  }
})
