import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A smart-HTTP git server on the loopback interface: git's own `http-backend` behind Node. */
export interface GitServer {
  readonly url: string
  /** One entry a request that asked for objects (a POST to `git-upload-pack`). */
  readonly requests: string[]
  /** Bytes sent in answers. */
  bytes: number
  /** Called before each request is answered. */
  onRequest: ((count: number) => void) | undefined
  close(): Promise<void>
}

const execPath = execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim()

/** True where git came with its HTTP server. */
export const hasHttpBackend = existsSync(join(execPath, 'git-http-backend'))

/** Serves `repository` (a folder with `.git`, or a bare one) at `url`. `protocol: 0` shuts out the newer protocol. */
export async function serveGit(repository: string, options: { readonly protocol?: 0 } = {}): Promise<GitServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost')
    handle.requests.push(`${request.method} ${path.pathname}`)
    handle.onRequest?.(handle.requests.length)
    answer(repository, path, request, response, options.protocol === 0, (size) => (handle.bytes += size))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const handle: GitServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/repo.git`,
    requests: [],
    bytes: 0,
    onRequest: undefined,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return handle
}

function answer(
  repository: string,
  path: URL,
  request: IncomingMessage,
  response: ServerResponse,
  old: boolean,
  count: (size: number) => void,
): void {
  const inner = path.pathname.replace(/^\/repo\.git/, '')
  const project = existsSync(join(repository, '.git')) ? join(repository, '.git') : repository
  const child = spawn(join(execPath, 'git-http-backend'), [], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: project,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      PATH_INFO: inner,
      QUERY_STRING: path.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      ...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: request.headers['content-length'] }),
      ...(request.headers['content-encoding'] === undefined ? {} : { HTTP_CONTENT_ENCODING: request.headers['content-encoding'] }),
      ...(old ? {} : { GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '') }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => undefined)
  request.pipe(child.stdin)
  let head: Buffer | undefined = Buffer.alloc(0)
  child.stdout.on('data', (chunk: Buffer) => {
    let body = chunk
    if (head !== undefined) {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      body = head.subarray(end + 4)
      for (const line of head.subarray(0, end).toString().split('\r\n')) {
        const [name = '', value = ''] = line.split(/:\s*/, 2)
        if (name.toLowerCase() === 'status') response.statusCode = Number(value.split(' ')[0])
        else response.setHeader(name, value)
      }
      head = undefined
    }
    count(body.length)
    response.write(body)
  })
  child.on('close', () => response.end())
  response.on('close', () => child.kill())
}
