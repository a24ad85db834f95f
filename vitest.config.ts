import { defineConfig } from 'vitest/config'

/** In CI each run leaves a JSON report behind, from which the closing line is counted. */
const { WAYMARK_REPORTS: reports, WAYMARK_REPORT: report = 'test' } = process.env

/** The lab's faults and the debugger are tried on a real server, which `.ci/lab/run` builds. */
const { WAYMARK_KUBE_APISERVER: kubeApiserver } = process.env
if (kubeApiserver === undefined) process.stderr.write('!! tests/lab-real is left out: WAYMARK_KUBE_APISERVER names no real kube-apiserver.\n')

/**
 * Tests of real browsers and servers share few cores with what they test. In CI each may be late once, and the closing lines
 * tell which was; a fault of ours fails twice. While developing nothing is tried again.
 */
const { CI: ci } = process.env
const retry = ci === undefined ? 0 : 1

export default defineConfig({
  test: {
    testTimeout: 90_000,
    hookTimeout: 60_000,
    ...(reports === undefined ? {} : { reporters: ['default', 'json'], outputFile: { json: `${reports}/${report}.json` } }),
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**', 'tests/lab-real/**'] },
      },
      {
        extends: true,
        test: {
          name: 'lab-real',
          include: kubeApiserver === undefined ? [] : ['tests/lab-real/**/*.test.ts'],
          retry,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          // A server under test wants the machine for itself.
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/setup/built-site.ts'],
          retry,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // All share one browser; its pages are what takes the time.
          maxWorkers: 2,
          maxConcurrency: 2,
        },
      },
    ],
  },
})
