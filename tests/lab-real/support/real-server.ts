import { accessSync, constants } from 'node:fs'

/**
 * The kube-apiserver that these tests run: WAYMARK_KUBE_APISERVER. Without it vitest.config.ts leaves them out, loudly; the
 * continuous checks always build one (`.ci/lab/run`).
 *
 * @throws Error where the variable names nothing that can be run.
 */
export function realServer(): string {
  const path = process.env['WAYMARK_KUBE_APISERVER'] ?? ''
  accessSync(path, constants.X_OK)
  return path
}
