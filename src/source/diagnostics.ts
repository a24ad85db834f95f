import { WaymarkError, type Diagnostic } from '../report/index.ts'

type Told = Omit<Diagnostic, 'severity'>

const problem = (told: Told, cause?: unknown): WaymarkError =>
  new WaymarkError({ ...told, severity: 'error' }, cause === undefined ? undefined : { cause })

/**
 * Every way in which getting the source can fail, each with its own code and remedy.
 *
 * They return errors instead of throwing them, so that a list of origins can be tried before one is thrown.
 */
export const gitMissing = (): WaymarkError =>
  problem({
    code: 'git-missing',
    message: 'There is no git on this machine, or it is not on the PATH.',
    fix: 'Install git (Debian and Ubuntu: apt install git; macOS: xcode-select --install; Windows: https://git-scm.com), or take the source from a Go module proxy with --source goproxy, or from a folder with --source <folder>.',
  })

export const hostUnreachable = (url: string, detail: string): WaymarkError =>
  problem({
    code: 'host-unreachable',
    message: `${url} cannot be reached.`,
    found: detail,
    fix: 'Check the network, the proxy settings (HTTPS_PROXY, git config http.proxy) and, where certificates are at fault, GIT_SSL_CAINFO (git) or NODE_EXTRA_CA_CERTS (module proxies); or name a nearer origin: --source <git url>, --source goproxy+<module proxy>, --source <folder>.',
  })

export const repositoryRefused = (url: string, detail: string): WaymarkError =>
  problem({
    code: 'repository-refused',
    message: `${url} answered, but gives no repository.`,
    found: detail,
    fix: 'Check the address, and that it can be read without typing a password (Waymark never lets git ask).',
  })

export const tagUnknown = (url: string, tag: string, candidates: readonly string[], found?: string): WaymarkError =>
  problem({
    code: 'tag-unknown',
    message: `${url} has no tag ${tag}.`,
    expected: `refs/tags/${tag}`,
    ...(found === undefined ? {} : { found }),
    candidates,
    fix: 'Correct the tag in walkthrough.config.ts, or name an origin that has it with --source.',
  })

export const tagInvalid = (tag: string): WaymarkError =>
  problem({
    code: 'tag-invalid',
    message: `${JSON.stringify(tag)} cannot be the name of a tag.`,
    expected: 'a name that git check-ref-format accepts',
    fix: 'Correct the tag in walkthrough.config.ts.',
  })

export const commitMismatch = (url: string, tag: string, expected: string, found: string): WaymarkError =>
  problem({
    code: 'commit-mismatch',
    message: `The tag ${tag} of ${url} points at another commit than the pinned one.`,
    expected,
    found,
    fix: 'Do not use this origin unless you know why. If the tag was moved on purpose, update the commit in walkthrough.config.ts and look at every chapter again.',
  })

export const noSpace = (folder: string): WaymarkError =>
  problem({
    code: 'no-space',
    message: `The disk that holds ${folder} is full.`,
    fix: 'Make room, or put the cache elsewhere by setting WAYMARK_CACHE. What was there before is still in place; the next run goes on from here.',
  })

export const notGo = (place: string, packages: readonly string[], links: readonly string[] = []): WaymarkError =>
  problem({
    code: 'not-go',
    message: `${place} is not a Go repository.`,
    expected: `a go.mod at its root, or .go files ${packages.includes('...') ? 'anywhere in it' : `in ${packages.join(', ')}`}`,
    found: links.length === 0 ? 'neither' : `neither; ${links.join(', ')} ${links.length === 1 ? 'is a symbolic link' : 'are symbolic links'}, and what links lead to is not read`,
    fix: `Name the root folder of the repository, where go.mod is${links.length === 0 ? '' : ', or the folder that the links lead to'}.`,
  })

export const folderMissing = (folder: string): WaymarkError =>
  problem({
    code: 'folder-missing',
    message: `There is no folder ${folder}.`,
    fix: 'Correct the path. A git URL has a scheme (https://, ssh://, git://, file://) or the form host:path; a module proxy is written goproxy+https://host.',
  })

export const folderIsFile = (path: string): WaymarkError =>
  problem({
    code: 'folder-is-file',
    message: `${path} is a file.`,
    expected: 'a folder of Go code, or a git repository',
    fix: 'Name the folder it is in.',
  })

export const folderUnreadable = (folder: string, reason: string): WaymarkError =>
  problem({
    code: 'folder-unreadable',
    message: `The folder ${folder} cannot be read.`,
    found: reason,
    fix: 'Give your user the right to read it (and every folder above it), or name another folder.',
  })

export const cacheUnwritable = (folder: string, reason: string): WaymarkError =>
  problem({
    code: 'cache-unwritable',
    message: `The cache ${folder} cannot be written.`,
    found: reason,
    fix: 'Give your user the right to write there, or put the cache elsewhere by setting WAYMARK_CACHE.',
  })

export const originInvalid = (text: string, reason: string): WaymarkError =>
  problem({
    code: 'origin-invalid',
    message: `${JSON.stringify(text)} names no origin of source: ${reason}.`,
    expected: 'a folder, a git URL (https, http, ssh, git, file, or host:path), or goproxy+<GOPROXY list>',
    fix: 'Correct --source, WAYMARK_SOURCE, or mirrors in walkthrough.config.ts.',
  })

export const checksumMismatch = (what: string, url: string, expected: string, found: string): WaymarkError =>
  problem({
    code: 'checksum-mismatch',
    message: `${what} from ${url} is not the code it should be.`,
    expected,
    found,
    fix: 'Do not use this proxy. Nothing from it was kept; name another with --source goproxy+<url>.',
  })

export const moduleMissing = (what: string, url: string, detail: string): WaymarkError =>
  problem({
    code: 'module-missing',
    message: `The module proxy ${url} does not have ${what}.`,
    found: detail,
    fix: 'Name another proxy with --source goproxy+<url>,<url>, or take the source from git.',
  })

export const moduleUnconfigured = (id: string): WaymarkError =>
  problem({
    code: 'module-unconfigured',
    message: `The walkthrough ${id} does not say which Go module it is, so a module proxy cannot give it.`,
    fix: 'Add `module` to its source in walkthrough.config.ts, or take it from git or a folder.',
  })

export const archiveUnsafe = (what: string, reason: string): WaymarkError =>
  problem({
    code: 'archive-unsafe',
    message: `The archive of ${what} was refused: ${reason}.`,
    fix: 'Do not use this proxy. Nothing was written outside the cache and nothing was kept.',
  })

export const offlineNothing = (id: string, place: string): WaymarkError =>
  problem({
    code: 'offline-nothing',
    message: `There is no copy of the source of ${id} on this machine, and --offline forbids fetching it.`,
    expected: `a copy in ${place}`,
    fix: 'Run npm run source once with a network, or name a folder with --source.',
  })

export const lockLost = (folder: string): WaymarkError =>
  problem({
    code: 'lock-lost',
    message: `Another run took over the cache ${folder} while this one was stopped or asleep.`,
    fix: 'Run the command again.',
  })

export const gitFailed = (url: string, what: string, detail: string): WaymarkError =>
  problem({
    code: 'git-failed',
    message: `git ${what} failed for ${url}.`,
    found: detail,
    fix: 'Run npm run source -- --refresh to begin afresh, or name another origin with --source.',
  })

/** One error for a list of origins that all failed, with each one's reason. */
export function noOriginWorked(tag: string, attempts: readonly { readonly origin: string; readonly error: WaymarkError }[]): WaymarkError {
  const [only] = attempts
  if (only !== undefined && attempts.length === 1) return only.error
  const reasons = attempts.map(({ origin, error }) => {
    const [first] = error.diagnostics
    const found = first?.found?.split('\n')[0]
    const reason = first?.expected === undefined ? found : `expected ${first.expected}, found ${found ?? 'nothing like it'}`
    const detail = [first?.message, reason === undefined ? undefined : `(${reason})`]
    return `${origin}: [${first?.code ?? 'unknown'}] ${detail.filter((part) => part !== undefined).join(' ')}`
  })
  const fixes = new Set(attempts.map(({ error }) => error.diagnostics[0]?.fix).filter((fix) => fix !== undefined))
  return problem({
    code: 'no-origin-worked',
    message: `None of ${attempts.length} origins gave the source of ${tag}.`,
    found: reasons.join('\n'),
    fix: [...fixes].join('\n'),
  })
}
