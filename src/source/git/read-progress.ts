import type { Progress } from '../../report/index.ts'

const UNITS: Record<string, number> = { bytes: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 }

/**
 * Turns what `git fetch --progress` writes to stderr into progress: bytes where git says them, objects before that.
 *
 * Git ends its progress lines with a carriage return and may cut them anywhere, so pieces are joined first.
 */
export function readProgress(progress: Progress): (piece: string) => void {
  let rest = ''
  return (piece) => {
    const lines = (rest + piece).split(/[\r\n]/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const match = /Receiving objects:\s+\d+% \((\d+)\/(\d+)\)(?:, ([\d.]+) (bytes|KiB|MiB|GiB))?/.exec(line)
      if (match === null) continue
      const [, done, total, amount, unit] = match
      if (amount !== undefined && unit !== undefined) progress.update(Math.round(Number(amount) * (UNITS[unit] ?? 1)), undefined, 'bytes')
      else progress.update(Number(done), Number(total), 'objects')
    }
  }
}
