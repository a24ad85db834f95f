import { tmpdir } from 'node:os'
import { tagInvalid, tagUnknown } from '../diagnostics.ts'
import { withoutPassword } from '../origin.ts'
import { classifyFailure } from './classify-failure.ts'
import { openGit } from './git.ts'
import { likelyTags } from './likely-tags.ts'

/**
 * The commit a tag of a git repository points at, through an annotated tag too; asked of the repository itself.
 *
 * @throws WaymarkError `tag-unknown` with the nearest tags, `tag-invalid`, or why the repository cannot be asked.
 */
export async function resolveTag(url: string, tag: string, options: { readonly env: NodeJS.ProcessEnv; readonly signal?: AbortSignal | undefined }): Promise<string> {
  const git = await openGit({ ...options, url })
  const folder = tmpdir()
  const name = withoutPassword(url)
  const legal = await git.run(folder, ['check-ref-format', `refs/tags/${tag}`])
  if (!legal.ok || tag.startsWith('-')) throw tagInvalid(tag)
  // The address is known as `origin` without being written anywhere; an old git has to be told it outright.
  const listed = await git.run(folder, ['ls-remote', '--tags', git.keepsAddress ? url : 'origin'])
  if (!listed.ok) throw classifyFailure(listed.stderr, { url: name, folder, what: 'ls-remote' })
  const commits = new Map(listed.stdout.split('\n').map((line) => line.split('\t')).map(([id = '', ref = '']) => [ref, id] as const))
  const commit = commits.get(`refs/tags/${tag}^{}`) ?? commits.get(`refs/tags/${tag}`)
  if (commit !== undefined) return commit
  const tags = [...commits.keys()].filter((ref) => /^refs\/tags\/(?!.*\^\{\}$)/.test(ref)).map((ref) => ref.slice('refs/tags/'.length))
  throw tagUnknown(name, tag, likelyTags(tag, tags), tags.length === 0 ? 'a repository without any tag' : undefined)
}
