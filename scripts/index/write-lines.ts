import { once } from 'node:events'

const CHUNK = 1 << 16

/**
 * Writes lines to a stream and waits wherever it asks to, so that nothing is lost however large the output and slow the
 * reader. Gives false when the reader has gone away (`| head`).
 */
export async function writeLines(lines: Iterable<string>, stream: NodeJS.WritableStream): Promise<boolean> {
  let gone = false
  const onError = (error: NodeJS.ErrnoException): void => {
    gone = true
    if (error.code !== 'EPIPE') throw error
  }
  stream.on('error', onError)
  let chunk = ''
  const isGone = (): boolean => gone
  const flush = async (): Promise<void> => {
    const text = chunk
    chunk = ''
    if (!gone && !stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined)
  }
  for (const line of lines) {
    // Set by the listener above, between two writes.
    if (isGone()) return false
    chunk += line
    chunk += '\n'
    if (chunk.length >= CHUNK) await flush()
  }
  if (chunk !== '') await flush()
  // The callback of an empty write comes after everything before it has left this process.
  if (!isGone()) await new Promise<void>((resolve) => stream.write('', () => resolve()))
  return !isGone()
}
