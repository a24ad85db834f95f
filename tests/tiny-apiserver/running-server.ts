import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** How a process ended: its exit code, or null when a signal ended it. */
export interface Ending {
  readonly code: number | null
  readonly stderr: string
}

/** A server that is up, on a port of loopback that the system chose. */
export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Resolves once standard error has matched `pattern`, at once if it has already. */
  said(pattern: RegExp): Promise<RegExpExecArray>
  /** Sends SIGTERM and returns without waiting. */
  askToStop(): void
  /** Resolves when the process is gone. */
  readonly ended: Promise<Ending>
}

/** Starts the program on a free loopback port and waits until it says where it serves. */
export async function startServer(program: string, ...args: string[]): Promise<RunningServer> {
  const child = spawn(program, ['--port=0', ...args], { stdio: ['ignore', 'inherit', 'pipe'] })
  let stderr = ''
  let finished = false
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = once(child, 'close').then(([code]): Ending => {
    finished = true
    return { code: code as number | null, stderr }
  })

  const said = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const match = pattern.exec(stderr)
      if (match !== null) return match
      if (finished) throw new Error(`The server ended without saying ${pattern.source}. It said:\n${stderr}`)
      await Promise.race([once(child.stderr, 'data'), ended])
    }
  }
  const [, url = '', port = ''] = await said(/serving on (http:\/\/127\.0\.0\.1:(\d+))/)
  return { url, port: Number(port), said, askToStop: () => child.kill('SIGTERM'), ended }
}
