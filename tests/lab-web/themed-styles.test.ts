import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { themedStyles } from '../../src/site/lab/openapi/themed-styles.ts'

const shipped = readFileSync(createRequire(import.meta.url).resolve('swagger-ui-dist/swagger-ui.css'), 'utf8')

it('puts Swagger UI’s dark rules under this site’s dark theme, and leaves the page itself alone', () => {
  expect(themedStyles('html.dark-mode{background:#000}html.dark-mode .swagger-ui{color:#fff}.swagger-ui{color:#000}')).toBe(":root[data-theme='dark'] .swagger-ui{color:#fff}.swagger-ui{color:#000}")
})

it('does so with the release that is shipped, and says when a release has no such rules', () => {
  const styles = themedStyles(shipped)
  expect(styles.includes('html.dark-mode')).toBe(false)
  expect(styles.split(":root[data-theme='dark'] .swagger-ui").length).toBeGreaterThan(100)
  expect(() => themedStyles('.swagger-ui{}')).toThrow('html.dark-mode')
})
