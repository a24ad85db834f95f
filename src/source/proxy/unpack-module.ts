import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { archiveUnsafe } from '../diagnostics.ts'
import { hash1 } from './hash1.ts'

/** How much an archive may unfold to (golang.org/x/mod/zip: 500 MiB a module), and how many files it may hold. */
export interface UnpackLimits {
  readonly bytes: number
  readonly files: number
}

const LIMITS: UnpackLimits = { bytes: 500 * 2 ** 20, files: 200_000 }

/**
 * Unpacks a module zip into `folder` and returns its `h1:` checksum, reading each file once.
 *
 * A module zip holds regular files under `<path>@<version>/` and nothing else (Go modules reference, "Module zip files").
 * Every name is checked before it is used; entries are written as plain files whatever mode they claim.
 *
 * @throws WaymarkError `archive-unsafe` for a name that leads elsewhere, two names that are one on some file systems, a
 * broken zip, or more than `limits` allow.
 */
export async function unpackModule(zip: string, folder: string, what: string, limits: UnpackLimits = LIMITS): Promise<string> {
  const refuse = (reason: string): Error => archiveUnsafe(what, reason)
  const archive = await open(zip).catch((error: unknown) => {
    throw refuse(`it is no zip file (${(error as Error).message})`)
  })
  const hashes = new Map<string, string>()
  const seen = new Set<string>()
  let bytes = 0
  try {
    for await (const entry of entries(archive, refuse)) {
      const name = entry.fileName
      if (name.endsWith('/')) continue
      const path = checkedPath(name, `${what}/`)
      if (path === undefined) throw refuse(`it holds the name ${JSON.stringify(name)}`)
      const folded = path.normalize('NFC').toLowerCase()
      if (seen.has(folded)) throw refuse(`it holds ${JSON.stringify(name)} twice`)
      seen.add(folded)
      bytes += entry.uncompressedSize
      if (bytes > limits.bytes) throw refuse(`it unfolds to more than ${limits.bytes} bytes`)
      if (seen.size > limits.files) throw refuse(`it holds more than ${limits.files} files`)
      hashes.set(name, await writeEntry(archive, entry, join(folder, path), refuse))
    }
  } finally {
    archive.close()
  }
  return hash1(hashes)
}

/** The path inside the module, or undefined for a name that must not be used. */
function checkedPath(name: string, prefix: string): string | undefined {
  if (!name.startsWith(prefix)) return undefined
  const path = name.slice(prefix.length)
  if (/[\u0000-\u001f\u007f\\:*?"<>|]/.test(path)) return undefined
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
  const bad = path.split('/').some((part) => part === '' || /^\.{1,2}$|[. ]$|^\.git$/i.test(part) || reserved.test(part))
  return bad ? undefined : path
}

async function writeEntry(archive: ZipFile, entry: Entry, target: string, refuse: (reason: string) => Error): Promise<string> {
  // `folder` was empty before: whatever is in the way came from this archive.
  const inTheWay = (error: unknown): unknown =>
    /^(EEXIST|EISDIR|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '') ? refuse(`${JSON.stringify(entry.fileName)} is in the way of another name`) : error
  await mkdir(dirname(target), { recursive: true }).catch((error: unknown) => {
    throw inTheWay(error)
  })
  const stream = await new Promise<Readable>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => (error ? reject(refuse(error.message)) : resolve(opened)))
  })
  const hash = createHash('sha256')
  let broken: Error | undefined
  stream.once('error', (error) => (broken = error))
  stream.on('data', (chunk: Buffer) => hash.update(chunk))
  await pipeline(stream, createWriteStream(target, { flags: 'wx', mode: 0o644 })).catch((error: unknown) => {
    throw broken !== undefined && broken === error ? refuse(broken.message) : inTheWay(error)
  })
  return hash.digest('hex')
}

function open(zip: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(zip, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }, (error, archive) =>
      error ? reject(error) : resolve(archive),
    )
  })
}

async function* entries(archive: ZipFile, refuse: (reason: string) => Error): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const settle = (act: () => void) => (): void => {
        archive.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error')
        act()
      }
      archive.once('entry', (next: Entry) => settle(() => resolve(next))())
      archive.once('end', settle(() => resolve(undefined)))
      archive.once('error', (error: Error) => settle(() => reject(refuse(error.message)))())
      archive.readEntry()
    })
    if (entry === undefined) return
    yield entry
  }
}
