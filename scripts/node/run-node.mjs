import { spawn } from 'node:child_process'

/**
 * Runs Node in the foreground and resolves to `{ code, signal }` as the process ended; output is not captured.
 *
 * Signals sent to this process are passed on. On a terminal Ctrl-C reaches the whole group by itself, so it is not sent twice:
 * some tools take a second one as "now at once".
 */
export function runNode(binary, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { stdio: 'inherit', ...options })
    const forward = (signal) => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    const done = () => {
      for (const signal of signals) process.off(signal, forward)
    }
    child.on('error', (error) => {
      done()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      done()
      resolve({ code, signal })
    })
  })
}

/** Ends this process the way a child ended: with its exit code, or by the same signal. */
export function endLike({ code, signal }) {
  if (signal === null) process.exitCode = code ?? 1
  else process.kill(process.pid, signal)
}

/** Runs several Node command lines one after the other, all of them even when one fails; the exit code is the first failure's. */
export async function runInOrder(commands) {
  let failure
  for (const command of commands) {
    const end = await runNode(process.execPath, command)
    if (end.signal !== null) return endLike(end)
    if (end.code !== 0) failure ??= end
  }
  endLike(failure ?? { code: 0, signal: null })
}
