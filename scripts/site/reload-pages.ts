import type { HookParameters } from 'astro'

type Server = HookParameters<'astro:server:setup'>['server']

/** As much of a development server as telling its pages takes. */
interface Telling {
  readonly ws: { readonly clients: { readonly size: number } }
  readonly environments: { readonly client: { readonly hot: Pick<Server['environments']['client']['hot'], 'send'> } }
}

/** Makes the pages that are open load themselves again. */
export function reloadPages({ environments }: Telling): void {
  environments.client.hot.send({ type: 'full-reload', path: '*' })
}

/**
 * Lets no reload wait for a page that isn't open yet. Vite keeps the last one for the first page that comes, which has all that is
 * new already: it would be taken away from under its reader, with what was just being clicked.
 */
export function reloadOpenPagesOnly({ ws, environments }: Telling): void {
  const { hot } = environments.client
  const send: (...message: unknown[]) => void = hot.send.bind(hot)
  hot.send = (...message: unknown[]) => {
    const [first] = message
    const isReload = typeof first === 'object' && first !== null && 'type' in first && first.type === 'full-reload'
    if (!isReload || ws.clients.size > 0) send(...message)
  }
}
