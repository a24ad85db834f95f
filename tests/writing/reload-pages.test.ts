import { expect, it } from 'vitest'
import { reloadOpenPagesOnly, reloadPages } from '../../scripts/site/reload-pages.ts'

it('reloads the pages that are open, and keeps no reload for those that will be', () => {
  const sent: unknown[] = []
  const clients = new Set<string>()
  const hot = { send: (...message: unknown[]) => void sent.push(...message) }
  const server = { ws: { clients }, environments: { client: { hot } } }
  reloadOpenPagesOnly(server)
  reloadPages(server)
  expect(sent).toEqual([])
  hot.send({ type: 'error', err: { message: 'cannot be built', stack: '' } })
  hot.send('waymark:event', { told: true })
  clients.add('a page')
  reloadPages(server)
  expect(sent).toMatchObject([{ type: 'error' }, 'waymark:event', { told: true }, { type: 'full-reload' }])
})
