import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Serves fixed bodies by path on the loopback interface; anything else gets `missing` (404 when left out). */
export async function serveFiles(
  files: ReadonlyMap<string, Buffer>,
  missing = 404,
): Promise<{ readonly url: string; readonly requests: string[]; close(): Promise<void> }> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const path = decodeURI(request.url ?? '/')
    requests.push(path)
    const body = files.get(path)
    response.statusCode = body === undefined ? missing : 200
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}
