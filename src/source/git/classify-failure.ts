import type { WaymarkError } from '../../report/index.ts'
import { gitFailed, hostUnreachable, noSpace, repositoryRefused } from '../diagnostics.ts'

const FULL = /No space left on device|Disk quota exceeded|not enough space|disk full/i
const UNREACHABLE =
  /Could ?n[o']t resolve (host|proxy)|Failed to connect|Could ?n[o']t connect|unable to connect|Connection (refused|timed out|reset)|Network is unreachable|No route to host|Operation timed out|Operation too slow|unable to look up|Name or service not known|Temporary failure in name resolution|early EOF|unexpected disconnect|Empty reply from server|Recv failure|RPC failed|SSL|TLS|certificate|gnutls|ssh: connect|Could not read from socket|HTTP 5\d\d|error: 5\d\d|error: 407/i
const REFUSED =
  /Authentication failed|could not read (Username|Password)|terminal prompts disabled|Permission denied|Host key verification failed|repository .*not found|does not appear to be a git repository|not a git repository|error: 40[0-9]|HTTP 40[0-9]|transport '.*' not allowed|info\/refs not valid|Could not read from remote repository|unable to access/i

/** True when git could not find the ref it was asked for. */
export const lacksRef = (stderr: string): boolean => /could ?n[o']t find remote ref|no such ref|Remote branch .* not found/i.test(stderr)

/** True when the server refuses to send single objects later, so a filtered clone cannot be completed. */
export const refusesLaterObjects = (stderr: string): boolean =>
  /unadvertised object|not our ref|upload-pack: .*not allowed|could not fetch .* from promisor remote|unable to read sha1 file|missing blob|remote did not send all necessary objects/i.test(stderr)

/** True when the server knows no filters and git went on without. */
export const ignoresFilter = (stderr: string): boolean => /filtering not recognized by server/i.test(stderr)

/**
 * What a failed git command means for the reader, told from its English messages (`LC_ALL=C`).
 *
 * A full disk is looked for first: it also makes git complain about early ends and connections.
 */
export function classifyFailure(stderr: string, where: { readonly url: string; readonly folder: string; readonly what: string }): WaymarkError {
  const detail = lastLines(stderr)
  if (FULL.test(stderr)) return noSpace(where.folder)
  if (UNREACHABLE.test(stderr)) return hostUnreachable(where.url, detail)
  if (REFUSED.test(stderr)) return repositoryRefused(where.url, detail)
  return gitFailed(where.url, where.what, detail)
}

/** The last lines that say something, without progress. */
export function lastLines(stderr: string, count = 3): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^Please make sure you have|^and the repository exists|\b\d+% \(|^(remote: )?(Enumerating|Counting|Compressing|Total)\b/.test(line))
  return lines.slice(-count).join('\n') || 'git said nothing'
}
