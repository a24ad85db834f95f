import type { ProjectConfig } from './schema.ts'

/** Addresses of each kind of code host; `new` takes the names of the two query parameters. */
const HOSTS = {
  github: { edit: '/edit/', issue: '/issues/new', title: 'title', body: 'body' },
  gitlab: { edit: '/-/edit/', issue: '/-/issues/new', title: 'issue[title]', body: 'issue[description]' },
} as const

/** The kind of host: as configured, or as its name suggests. Most others understand GitHub's addresses. */
function hostOf({ repository, host }: ProjectConfig): (typeof HOSTS)[keyof typeof HOSTS] {
  return HOSTS[host ?? (/(^|\.)gitlab\./.test(new URL(repository).hostname) ? 'gitlab' : 'github')]
}

const rootOf = ({ repository }: ProjectConfig): string => repository.replace(/\/+$/, '').replace(/\.git$/, '')

/** Where a file is edited on the code host: a path relative to the project's root follows. Ends with a slash. */
export function editBase(project: ProjectConfig): string {
  return `${rootOf(project)}${hostOf(project).edit}${encodeURI(project.branch)}/`
}

/** A new issue on the code host, with its text filled in already. */
export function issueUrl(project: ProjectConfig, title: string, body: string): string {
  const host = hostOf(project)
  const query = new URLSearchParams([[host.title, title], [host.body, body]])
  return `${rootOf(project)}${host.issue}?${query.toString()}`
}
