/** Bytes of an IP address as `net.ParseIP` gives them: always sixteen; undefined where the text is none. */
export function parseAddress(text: string): number[] | undefined {
  const four = parseFour(text)
  if (four !== undefined) return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...four]
  if (!text.includes(':') || /[^0-9a-fA-F:.]/.test(text) || text.split('::').length > 2) return undefined
  const groups = (part: string): number[] | undefined => {
    if (part === '') return []
    const bytes: number[] = []
    for (const group of part.split(':')) {
      const inner = group.includes('.') ? parseFour(group) : /^[0-9a-fA-F]{1,4}$/.test(group) ? [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255] : undefined
      if (inner === undefined) return undefined
      bytes.push(...inner)
    }
    return bytes
  }
  const [left, right] = text.split('::')
  const [head, tail] = [groups(left ?? ''), right === undefined ? undefined : groups(right)]
  if (head === undefined) return undefined
  if (right === undefined) return head.length === 16 ? head : undefined
  if (tail === undefined || head.length + tail.length > 14) return undefined
  return [...head, ...Array.from({ length: 16 - head.length - tail.length }, () => 0), ...tail]
}

function parseFour(text: string): number[] | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return undefined
  return parts.map(Number)
}

/** The last four bytes, where an address is one of version 4; undefined otherwise (net.IP.To4). */
export function asFour(bytes: readonly number[]): readonly number[] | undefined {
  if (bytes.length === 4) return bytes
  const mapped = bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255
  return mapped ? bytes.slice(12) : undefined
}

/** An address as Go prints it; `<nil>` for none (net.IP.String). */
export function addressText(bytes: readonly number[]): string {
  if (bytes.length === 0) return '<nil>'
  const four = asFour(bytes)
  if (four !== undefined) return four.join('.')
  if (bytes.length !== 16) return `?${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  const groups = Array.from({ length: 8 }, (_, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0))
  let best = { start: -1, length: 1 }
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (start + length < 8 && groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  const hex = groups.map((group) => group.toString(16))
  if (best.start === -1) return hex.join(':')
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`
}

/** How many leading ones a mask has; undefined where it is no mask (net.IPMask.Size). */
export function maskLength(mask: readonly number[]): number | undefined {
  const bits = mask.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return /^1*0*$/.test(bits) ? bits.replace(/0+$/, '').length : undefined
}

/** Address and network of `10.0.0.0/24`; undefined where the text is none (net.ParseCIDR). */
export function parseNetwork(text: string): { address: number[]; network: number[]; mask: number[] } | undefined {
  const [host = '', length = '', ...others] = text.split('/')
  const address = parseAddress(host)
  if (address === undefined || others.length > 0 || !/^\d{1,3}$/.test(length)) return undefined
  const base = host.includes(':') ? address : address.slice(12)
  const ones = Number(length)
  if (ones > base.length * 8) return undefined
  const mask = base.map((_, index) => (0xff00 >> Math.min(8, Math.max(0, ones - index * 8))) & 0xff)
  return { address, network: base.map((byte, index) => byte & (mask[index] ?? 0)), mask }
}
