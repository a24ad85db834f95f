import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A git repository served over smart HTTP on the loopback interface. */
export interface GitServer {
  readonly url: string
  /** One entry a request: method and path. */
  readonly requests: string[]
  /** Bytes of the bodies that were sent. May be set back to zero. */
  bytes: number
  /** Called with the number of requests so far, before one is answered; the answer waits for what it returns. */
  onRequest: ((count: number) => void | Promise<void>) | undefined
  close(): Promise<void>
}

/** Git's own HTTP server program; undefined where git came without it. */
export function httpBackend(): string | undefined {
  const folder = execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim()
  const program = join(folder, process.platform === 'win32' ? 'git-http-backend.exe' : 'git-http-backend')
  return existsSync(program) ? program : undefined
}

/**
 * Serves `repository` (a folder with `.git`, or a bare one) with git's own `http-backend` behind Node's server, counting
 * requests and bytes. `protocol: 0` hides the newer protocol from it. `settings` are git settings of the server.
 */
export async function serveGit(
  repository: string,
  options: { readonly protocol?: 0; readonly settings?: Readonly<Record<string, string>> } = {},
): Promise<GitServer> {
  const program = httpBackend()
  if (program === undefined) throw new Error('this git has no http-backend')
  const backend = { program, project: existsSync(join(repository, '.git')) ? join(repository, '.git') : repository, ...options }
  const server = createServer((request, response) => {
    handle.requests.push(`${request.method} ${request.url}`)
    const answerNow = (): void => answer(backend, request, response, (size) => (handle.bytes += size))
    const waiting = handle.onRequest?.(handle.requests.length)
    if (waiting === undefined) answerNow()
    else void waiting.then(answerNow)
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

interface Backend {
  readonly program: string
  readonly project: string
  readonly protocol?: 0
  readonly settings?: Readonly<Record<string, string>>
}

function answer(backend: Backend, request: IncomingMessage, response: ServerResponse, count: (size: number) => void): void {
  const child = spawn(backend.program, [], { env: cgiEnvironment(backend, request), stdio: ['pipe', 'pipe', 'ignore'] })
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
      setHeaders(response, head.subarray(0, end).toString())
      head = undefined
    }
    count(body.length)
    response.write(body)
  })
  child.on('close', () => response.end())
  response.on('close', () => child.kill())
}

function setHeaders(response: ServerResponse, head: string): void {
  for (const line of head.split('\r\n')) {
    const [name = '', value = ''] = line.split(/:\s*/, 2)
    if (name.toLowerCase() === 'status') response.statusCode = Number(value.split(' ')[0])
    else response.setHeader(name, value)
  }
}

function cgiEnvironment({ project, protocol, settings = {} }: Backend, request: IncomingMessage): NodeJS.ProcessEnv {
  const address = new URL(request.url ?? '/', 'http://localhost')
  const { 'content-type': type, 'content-length': length, 'content-encoding': encoding, 'git-protocol': wanted } = request.headers
  const config = Object.entries({ 'safe.directory': '*', ...settings })
  return {
    PATH: process.env['PATH'],
    GIT_PROJECT_ROOT: project,
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: String(config.length),
    ...Object.fromEntries(config.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]])),
    PATH_INFO: address.pathname.replace(/^\/repo\.git/, ''),
    QUERY_STRING: address.search.slice(1),
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: type ?? '',
    ...(length === undefined ? {} : { CONTENT_LENGTH: length }),
    ...(encoding === undefined ? {} : { HTTP_CONTENT_ENCODING: encoding }),
    ...(protocol === 0 || wanted === undefined ? {} : { GIT_PROTOCOL: String(wanted) }),
  }
}
