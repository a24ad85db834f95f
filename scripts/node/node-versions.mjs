/** The oldest Node that can run the bootstrap itself. */
export const OLDEST_BOOTSTRAP = '20.0.0'

/** The oldest Node that runs `.ts` files as they are, which is also new enough for Astro 7 and Vitest 5. */
export const OLDEST_FOR_TOOLS = '22.18.0'

/** The release line that is fetched where the machine's Node is too old. */
export const FETCHED_LINE = 22

/**
 * Whether version `found` is at least `wanted`; both `major.minor.patch`. A pre-release counts as its release.
 * Written for any Node: this runs before the version has been checked.
 */
export function isNewEnough(found, wanted) {
  const a = parse(found)
  const b = parse(wanted)
  for (let i = 0; i < 3; i++) {
    if (a[i] !== b[i]) return a[i] > b[i]
  }
  return true
}

function parse(version) {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version)
  return match === null ? [0, 0, 0] : [Number(match[1]), Number(match[2]), Number(match[3])]
}
