export const comparisons = ['<', '<=', '>=', '>', '='] as const
export type Comparison = (typeof comparisons)[number]

/** A bound on the version of a tool or component, such as `kubernetes<1.24`. */
export interface VersionCondition {
  readonly component: string
  readonly comparison: Comparison
  /** Dotted numbers. */
  readonly version: string
}

/** Reads `kubernetes<1.24`; undefined when it is nothing of the kind. */
export function parseCondition(text: string): VersionCondition | undefined {
  const match = /^([a-z][a-z0-9-]*)(<=|>=|<|>|=)v?(\d+(?:\.\d+)*)$/.exec(text.trim())
  if (match === null) return undefined
  const [, component = '', comparison = '=', version = ''] = match
  return { component, comparison: comparison as Comparison, version }
}

/** The condition as its author wrote it. */
export function formatCondition({ component, comparison, version }: VersionCondition): string {
  return `${component}${comparison}${version}`
}

/** The first dotted number in what a program says of itself; undefined where there is none. */
export function findVersion(text: string): string | undefined {
  return /\d+(?:\.\d+)+/.exec(text)?.[0]
}

/**
 * Whether a version is within a bound. Only as many numbers are compared as the bound has: `=1.20` holds for 1.20.4, and
 * `>1.20` does not.
 */
export function holds({ comparison, version: bound }: VersionCondition, version: string): boolean {
  const wanted = bound.split('.').map(Number)
  const numbers = version.replace(/^v/, '').split(/[.+-]/).map(Number)
  const order = wanted.map((number, at) => Math.sign((numbers[at] ?? 0) - number)).find((sign) => sign !== 0) ?? 0
  switch (comparison) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '=':
      return order === 0
  }
}
