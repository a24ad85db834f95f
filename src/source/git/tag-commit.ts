import { tmpdir } from 'node:os'
import { openGit } from './git.ts'
import { likelyTags } from './likely-tags.ts'

/** What a repository says of a tag: the commit it points at, or the tags that may be meant, none where it has none; or that it cannot be asked. */
export type TagAnswer =
  | { readonly kind: 'commit'; readonly commit: string }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] }
  | { readonly kind: 'silent'; readonly detail: string }

/** Asks a git repository which commit a tag points at, without fetching anything. Annotated tags are followed. */
export async function tagCommit(url: string, tag: string, { env, signal }: { env: NodeJS.ProcessEnv; signal?: AbortSignal | undefined }): Promise<TagAnswer> {
  const git = await openGit({ env, url, signal })
  const listed = await git.run(tmpdir(), ['ls-remote', '--tags', git.keepsAddress ? url : 'origin'])
  if (!listed.ok) return { kind: 'silent', detail: listed.stderr.trim().split('\n').at(-1) ?? '' }
  const commits = new Map<string, string>()
  for (const line of listed.stdout.split('\n')) {
    const [commit, ref] = line.split('\t')
    if (commit === undefined || ref === undefined) continue
    // `refs/tags/v1^{}` is what the annotated tag v1 points at; it comes after the tag itself.
    commits.set(ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, ''), commit)
  }
  const commit = commits.get(tag)
  return commit === undefined ? { kind: 'unknown', nearest: likelyTags(tag, [...commits.keys()]) } : { kind: 'commit', commit }
}
