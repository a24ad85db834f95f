import type { FragmentRequest, PartRequest } from './request.ts'

/** Name of an anchor in the lock file: its code on one line, and which one where there are several. */
export function fragmentKey({ text, nth }: Pick<FragmentRequest, 'text' | 'nth'>): string {
  const code = text.replace(/\s+/g, ' ').trim()
  return nth === undefined ? code : `${code} #${nth}`
}

/** Name of an excerpt in the lock file: the full symbol and the part of it that is shown. */
export function excerptKey(symbol: string, part: PartRequest): string {
  switch (part.kind) {
    case 'whole':
      return symbol
    case 'signature':
      return `${symbol} signature`
    case 'keys':
      return `${symbol} show ${part.keys.join(', ')}`
    case 'run':
      return part.to === undefined
        ? `${symbol} at ${fragmentKey(part.from)}`
        : `${symbol} from ${fragmentKey(part.from)} to ${fragmentKey(part.to)}`
  }
}
