import { httpBackend } from '../../../scripts/bench/serve-git.ts'

/** Skips a test, loudly, where git came without its HTTP server; in CI that is a failure. */
export function needHttpBackend(context: { skip(note?: string): never }): void {
  if (httpBackend() !== undefined) return
  const note = 'this git has no http-backend: what needs a git server over http is not tested here'
  if (process.env['CI']) throw new Error(note)
  process.stderr.write(`SKIPPED: ${note}\n`)
  context.skip(note)
}
