import semver from 'semver'
import { nearest } from '../../report/index.ts'

/** How many tags are named where none is spelled like the one that was asked for. */
const NEWEST = 5

/** The tags somebody may have meant: those spelled alike, or else the highest versions, then the others as git sorts them. */
export function likelyTags(tag: string, tags: readonly string[]): string[] {
  const alike = nearest(tag, tags)
  if (alike.length > 0) return alike
  const versions = tags.filter((one) => semver.valid(one) !== null)
  return [...semver.rsort([...versions]), ...tags.filter((one) => !versions.includes(one))].slice(0, NEWEST)
}
