/**
 * A short name for a repository or folder, fit for an id: small letters, digits and dashes. `owner/Go-Kit.git` → `go-kit`.
 */
export function nameOf(repository: string): string {
  const last = repository
    .replace(/[/\\]+$/, '')
    .replace(/\.git$/, '')
    .split(/[/\\:]/)
    .at(-1) as string
  const name = last.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return name === '' ? 'walkthrough' : name
}

/**
 * How the code host of a repository shows a run of lines; undefined for a host whose addresses are not known to be of one
 * of the usual kinds. Known by the host's name, which for hosts of one's own mostly begins with the program it runs.
 *
 * Facts: GitHub, Gitea and Forgejo (`/blob/`, `/src/commit/`), GitLab (`/-/blob/`, `#L1-2`), Bitbucket (`/src/`, `#lines-1:2`),
 * Gitiles as of googlesource.com (`/+/`, no ranges).
 */
export function linesUrlOf(repository: string): string | undefined {
  const web = webAddress(repository)
  if (web === undefined) return undefined
  const { hostname } = new URL(web)
  if (/^(www\.)?github\./.test(hostname)) return `${web}/blob/{commit}/{path}#L{start}-L{end}`
  if (/^gitlab\./.test(hostname)) return `${web}/-/blob/{commit}/{path}#L{start}-{end}`
  if (hostname === 'codeberg.org' || /^(gitea|forgejo)\./.test(hostname)) return `${web}/src/commit/{commit}/{path}#L{start}-L{end}`
  if (hostname === 'bitbucket.org') return `${web}/src/{commit}/{path}#lines-{start}:{end}`
  if (/\.googlesource\.com$/.test(hostname)) return `${web}/+/{commit}/{path}#{start}`
  return undefined
}

/** The address a browser would use: of `git@host:owner/name.git` too. */
function webAddress(repository: string): string | undefined {
  const scp = /^(?:[^/\\:@]+@)([^/\\:@]+):(?!\/\/)(.+)$/.exec(repository)
  const text = scp === null ? repository : `https://${scp[1] ?? ''}/${scp[2] ?? ''}`
  const url = URL.parse(text)
  if (url === null || !/^(https?|ssh|git):$/.test(url.protocol)) return undefined
  return `https://${url.hostname}${url.pathname.replace(/\/+$/, '').replace(/\.git$/, '')}`
}
