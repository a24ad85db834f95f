import { defineConfig } from 'vitest/config'

/** In CI each run leaves a JSON report behind, from which the closing line is counted. */
const { WAYMARK_REPORTS: reports, WAYMARK_REPORT: report = 'test' } = process.env

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    ...(reports === undefined ? {} : { reporters: ['default', 'json'], outputFile: { json: `${reports}/${report}.json` } }),
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/setup/built-site.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // One browser per file is already more than enough for two cores.
          maxWorkers: 2,
        },
      },
    ],
  },
})
