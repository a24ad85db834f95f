import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { contentSecurityPolicy, hashOf, inlineScripts } from '../../src/site/integration/content-security-policy.ts'
import { themeScript } from '../../src/site/theme/theme-script.ts'

it('finds only the scripts that a component leaves as they are', () => {
  const component = `<script is:inline>one()</script><script>import './two.ts'</script><script aria-hidden="true" is:inline>\n three()\n</script>`
  expect(inlineScripts(component)).toEqual(['one()', '\n three()\n'])
})

it('hashes as browsers do', () => {
  expect(hashOf('alert(1)')).toBe(`sha256-${createHash('sha256').update('alert(1)').digest('base64')}`)
})

it('lets the theme script and the search run, and nothing unknown', () => {
  const policy = contentSecurityPolicy()
  if (typeof policy !== 'object') throw new Error('the policy is an object')
  const hashes = policy.scriptDirective?.hashes ?? []
  expect(hashes).toContain(hashOf(themeScript))
  expect(hashes.length).toBeGreaterThan(1)
  expect(policy.scriptDirective?.resources).toEqual(["'self'", "'wasm-unsafe-eval'"])
  expect(policy.styleDirective?.resources).toEqual(["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }])
  for (const directive of policy.directives ?? []) expect(directive).not.toMatch(/https?:|\*/)
})
