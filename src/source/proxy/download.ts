import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { EnvHttpProxyAgent, fetch } from 'undici'
import type { Progress } from '../../report/index.ts'
import { archiveUnsafe, hostUnreachable, moduleMissing } from '../diagnostics.ts'
import { withoutPassword } from '../origin.ts'

/** The largest zip Go accepts for a module (golang.org/x/mod/zip, `MaxZipFile`), in bytes. */
export const MAX_ZIP_BYTES = 500 * 2 ** 20

/** What a download needs from outside. */
export interface DownloadOptions {
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly signal: AbortSignal
  /** What is fetched, for messages: `path@version`. */
  readonly what: string
  readonly maxBytes?: number
}

/**
 * Streams an http, https or file URL to `target`.
 *
 * Honours `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of `env`; a name and password in the URL are sent as basic
 * authentication. A connection that stays silent for a minute is given up.
 *
 * @throws WaymarkError `module-missing` (404 and 410), `host-unreachable`, or `archive-unsafe` when it is too large.
 */
export async function download(url: string, target: string, options: DownloadOptions): Promise<void> {
  const { progress, signal, what, maxBytes = MAX_ZIP_BYTES } = options
  const { body, size } = url.startsWith('file:') ? await openFile(url, what) : await openHttp(url, options)
  let done = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      done += chunk.length
      progress.update(done, size, 'bytes')
      pass(done > maxBytes ? archiveUnsafe(what, `it is larger than ${maxBytes} bytes`) : null, chunk)
    },
  })
  try {
    await pipeline(body, counter, createWriteStream(target), { signal })
  } catch (error) {
    signal.throwIfAborted()
    if (!isNetwork(error)) throw error
    throw hostUnreachable(withoutPassword(url), reasonOf(error))
  }
}

interface Opened {
  readonly body: Readable
  readonly size: number | undefined
}

async function openFile(url: string, what: string): Promise<Opened> {
  const path = fileURLToPath(url)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw moduleMissing(what, url, 'no such file')
  return { body: createReadStream(path), size: found.size }
}

async function openHttp(url: string, { env, signal, what }: DownloadOptions): Promise<Opened> {
  const address = new URL(url)
  const headers: Record<string, string> = {}
  if (address.username !== '') {
    const pair = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`
    headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`
    address.username = ''
    address.password = ''
  }
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: env['http_proxy'] ?? env['HTTP_PROXY'] ?? '',
    httpsProxy: env['https_proxy'] ?? env['HTTPS_PROXY'] ?? '',
    noProxy: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
  })
  const response = await fetch(address, { dispatcher, headers, signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw hostUnreachable(withoutPassword(url), reasonOf(error))
  })
  if (response.status === 404 || response.status === 410) {
    throw moduleMissing(what, withoutPassword(url), `status ${response.status}`)
  }
  if (!response.ok || response.body === null) throw hostUnreachable(withoutPassword(url), `status ${response.status}`)
  const length = Number(response.headers.get('content-length'))
  return { body: Readable.fromWeb(response.body), size: length > 0 ? length : undefined }
}

function isNetwork(error: unknown): boolean {
  const { name, code, cause } = error as { name?: string; code?: string; cause?: unknown }
  return name === 'TypeError' || cause !== undefined || /^(UND_|ECONN|ETIMEDOUT|EPIPE|ERR_STREAM_PREMATURE)/.test(code ?? '')
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? message ?? String(error)
}
