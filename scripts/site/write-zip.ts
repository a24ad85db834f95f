import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** The oldest time that a zip archive can tell, so that the same files make the same archive. */
const NO_TIME = new Date(1980, 0, 1)

/** A zip archive of files, in their order. */
export async function writeZip(files: readonly { readonly path: string; readonly text: string; readonly stored: boolean }[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { path, text, stored } of files)
    zip.addBuffer(Buffer.from(text), path, { compress: !stored, mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}
