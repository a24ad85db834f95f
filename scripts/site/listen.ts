import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WaymarkError } from '../../src/report/index.ts'

/** A server that takes requests. */
export interface Listening {
  readonly port: number
  /** Address to open in a browser, with a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Where to listen. */
export interface ListenOptions {
  readonly host: string
  readonly port: number
  /** How many ports after `port` may be tried when it is taken; 0 where someone asked for exactly this one. */
  readonly alternatives: number
}

/**
 * Starts serving.
 *
 * @throws WaymarkError `port-in-use`, `port-forbidden` or `host-unknown`.
 */
export async function listen(handler: RequestListener, { host, port, alternatives }: ListenOptions): Promise<Listening> {
  for (let next = port; ; next++) {
    const server = createServer(handler)
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(next, host, resolve)
      })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && next < port + alternatives && next < 65_535) continue
      throw refusal(code, host, next, error)
    }
    const address = server.address() as AddressInfo
    return {
      port: address.port,
      url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}/`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    }
  }
}

function refusal(code: string | undefined, host: string, port: number, cause: unknown): WaymarkError {
  const problem =
    code === 'EADDRINUSE'
      ? { code: 'port-in-use', message: `port ${port} on ${host} is taken by another program`, fix: 'Choose another with --port, or leave --port out to get the next free one.' }
      : code === 'EACCES'
        ? { code: 'port-forbidden', message: `this user may not use port ${port}`, fix: 'Choose a port from 1024 up with --port.' }
        : { code: 'host-unknown', message: `${host} is no address of this machine (${code ?? 'unknown error'})`, fix: 'Leave --host out to serve to this machine alone, or give one of its addresses.' }
  return new WaymarkError({ severity: 'error', ...problem }, { cause })
}
