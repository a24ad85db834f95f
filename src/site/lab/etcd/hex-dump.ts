const WIDTH = 16

/** Bytes as offset, hexadecimal and printable characters, sixteen a line; a longer value is cut at `limit` bytes. */
export function hexDump(bytes: Uint8Array, limit = 4096): string {
  const lines: string[] = []
  for (let at = 0; at < Math.min(bytes.length, limit); at += WIDTH) {
    const row = [...bytes.subarray(at, Math.min(at + WIDTH, limit))]
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
    lines.push(`${at.toString(16).padStart(6, '0')}  ${hex.padEnd(WIDTH * 3 - 1)}  ${text}`)
  }
  if (bytes.length > limit) lines.push('…')
  return lines.join('\n')
}
