import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from '../../src/config/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import { listen, siteHandler } from '../site/index.ts'
import type { LabCommand } from './lab-command.ts'
import { openLab } from './open-lab.ts'
import { labProxy, proxyTargets } from './proxy/index.ts'

const PORT = 4321

/** `lab -- proxy`: the built site, with a way for its pages to read this machine's lab. */
export const proxySite: LabCommand = {
  help: 'serve the built site so that its pages can read your lab (kubectl proxy and etcd), until Ctrl-C',
  async run({ set }, { progress, signal }) {
    const folder = join(projectRoot, 'dist')
    if (!existsSync(join(folder, 'index.html'))) {
      throw new WaymarkError({ code: 'site-missing', severity: 'error', message: 'There is no built site to serve yet.', fix: 'Run `npm start -- --lab-proxy`, which builds it first, or `npm run build`.' })
    }
    const { lab, values } = await openLab(set)
    const targets = proxyTargets(lab.config, values)
    const server = await listen(labProxy(targets, siteHandler(folder)), { host: '127.0.0.1', port: PORT, alternatives: 50 })
    progress.say(`Pages may read ${targets.api.href} and ${targets.etcd.href}, and nothing else.`)
    progress.stage(`Reading at ${server.url}lab/openapi/ and ${server.url}lab/etcd-viewer/  (Ctrl-C ends it)`)
    if (!signal.aborted) await once(signal, 'abort')
    await server.close()
    return 0
  },
}
