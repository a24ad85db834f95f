import { crc32 } from 'node:zlib'

/** Options for entries that no honest archive has. */
export interface ZipEntry {
  readonly name: string
  readonly content: string
  /** The size the archive claims for it. */
  readonly claimedSize?: number
  /** Unix mode, e.g. `0o120777` for a symbolic link. */
  readonly mode?: number
}

/** A zip file, uncompressed, holding exactly these names: honest or not. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize, mode = 0o100644 } of entries) {
    const body = Buffer.from(content)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(claimedSize ?? body.length, 18)
    common.writeUInt16LE(path.length, 22)
    parts.push(Buffer.from('PK\u0003\u0004'), common, path, body)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((mode << 16) >>> 0), 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), common, tail, path)
    offset += 4 + common.length + path.length + body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}

/** A module's zip as a proxy serves it. */
export function moduleZip(module: string, version: string, files: Readonly<Record<string, string>>): Buffer {
  return zipOf(Object.entries(files).map(([name, content]) => ({ name: `${module}@${version}/${name}`, content })))
}
