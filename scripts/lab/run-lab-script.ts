import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildScript } from '../../src/lab/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import type { OpenLab } from './open-lab.ts'
import { thisPlatform } from './this-platform.ts'

/** How a script ended and what it printed, both streams as a terminal shows them. */
export interface ScriptRun {
  /** 130 when it was interrupted. */
  readonly code: number
  readonly text: string
  /** What its marks begin with: see `readTranscript`. */
  readonly sign: string
}

/** Who listens while a script runs. */
export interface ScriptOptions {
  readonly signal: AbortSignal
  /** Hears each line, without its end, that is not a mark. */
  readonly line?: (text: string) => void
  /** Hears each mark: `step etcd`, `run etcd 1`, `skip tools`. */
  readonly mark?: (words: readonly string[]) => void
}

/** An interrupted script gets this long to take down what it started, in milliseconds; etcd may need a while. */
const PATIENCE = 90_000
/** It is interrupted again after this long, in milliseconds. */
const INSISTENCE = 2_000

/**
 * Runs the very script that `lab -- script` prints, with these arguments, in a process group of its own.
 *
 * An abort interrupts the group, as Ctrl-C would; the script then stops what it started. Only when it does not end in time is
 * it killed.
 */
export async function runLabScript({ lab, values }: OpenLab, args: readonly string[], { signal, line, mark }: ScriptOptions): Promise<ScriptRun> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-lab-'))
  const sign = `@${randomBytes(8).toString('hex')}`
  try {
    const file = join(folder, 'setup.sh')
    await writeFile(file, buildScript(lab, { values, platform: thisPlatform() }))
    if (signal.aborted) return { code: 130, text: '', sign }
    // One stream for both, so that what is said stands in the order it was said.
    const child = spawn('bash', ['-c', 'exec bash "$@" 2>&1', 'lab', file, ...args], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, WAYMARK_MARKS: sign, WAYMARK_SELF: 'npm run lab --' },
    })
    const ended = (once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>).catch((error: unknown) => {
      throw bashMissing(error)
    })
    // Heard further below; until then nobody listens to it.
    ended.catch(() => undefined)
    let again: NodeJS.Timeout | undefined
    let timer: NodeJS.Timeout | undefined
    const tell = (name: NodeJS.Signals): void => {
      if (child.pid === undefined || child.exitCode !== null) return
      try {
        process.kill(-child.pid, name)
      } catch {
        // It has just ended by itself.
      }
    }
    const interrupt = (): void => {
      tell('SIGINT')
      // One that comes between two commands of bash may reach nobody. While the script takes things down it hears no more of them.
      again = setInterval(() => tell('SIGINT'), INSISTENCE)
      timer = setTimeout(() => tell('SIGKILL'), PATIENCE)
    }
    signal.addEventListener('abort', interrupt, { once: true })
    const text = await listen(child.stdout, sign, line, mark)
    const [code] = await ended.finally(() => {
      signal.removeEventListener('abort', interrupt)
      clearInterval(again)
      clearTimeout(timer)
    })
    const interrupted = (signal as { readonly aborted: boolean }).aborted
    return { code: interrupted ? 130 : (code ?? 1), text, sign }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function listen(stream: NodeJS.ReadableStream, sign: string, line: ScriptOptions['line'], mark: ScriptOptions['mark']): Promise<string> {
  let text = ''
  let told = 0
  const tell = (one: string): void => {
    if (one.startsWith(`${sign} `)) mark?.(one.slice(sign.length + 1).split(' '))
    else line?.(one)
  }
  stream.setEncoding('utf8')
  for await (const chunk of stream) {
    text += String(chunk)
    for (let end = text.indexOf('\n', told); end !== -1; end = text.indexOf('\n', told)) {
      tell(text.slice(told, end))
      told = end + 1
    }
  }
  if (told < text.length) tell(text.slice(told))
  return text
}

const bashMissing = (error: unknown): WaymarkError =>
  new WaymarkError({
    code: 'bash-missing',
    severity: 'error',
    message: 'The lab’s steps are bash scripts, and bash could not be started.',
    expected: 'bash on PATH',
    found: error instanceof Error ? error.message : String(error),
    fix: 'Install bash, or add its folder to PATH.',
  })
