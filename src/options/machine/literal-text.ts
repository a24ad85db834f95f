/** The text of an interpreted string literal without its quotes (Go spec, "String literals"). */
export function unquoted(literal: string): string {
  const inner = literal.slice(1, -1)
  if (literal.startsWith('`')) return inner.replaceAll('\r', '')
  if (!inner.includes('\\')) return inner
  const bytes: number[] = []
  const encoder = new TextEncoder()
  let plain = ''
  const flush = (): void => {
    for (const byte of encoder.encode(plain)) bytes.push(byte)
    plain = ''
  }
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] !== '\\') {
      plain += inner[at]!
      continue
    }
    const letter = inner[++at] ?? ''
    const width = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0
    if (width > 0) {
      const code = Number.parseInt(inner.slice(at + 1, at + 1 + width), 16)
      at += width
      if (letter === 'x') {
        flush()
        bytes.push(code)
      } else plain += String.fromCodePoint(code)
    } else if (/[0-7]/.test(letter)) {
      flush()
      bytes.push(Number.parseInt(inner.slice(at, at + 3), 8))
      at += 2
    } else plain += SIMPLE[letter] ?? letter
  }
  flush()
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' }

/** The number an integer literal stands for; undefined for none (Go spec, "Integer literals"). */
export function integerOf(literal: string): bigint | undefined {
  const plain = literal.replaceAll('_', '')
  try {
    return BigInt(/^0\d+$/.test(plain) ? `0o${plain.slice(1)}` : plain)
  } catch {
    return undefined
  }
}
