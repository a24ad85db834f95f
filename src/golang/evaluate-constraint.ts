/**
 * Tags that hold when Go builds for linux on amd64 with its own compiler and cgo; `go1.x` tags hold too. The experiments are those
 * that are on for amd64 in every version since 1.17 (`internal/buildcfg`, exp.go).
 */
const TAGS = new Set(['linux', 'amd64', 'amd64.v1', 'unix', 'gc', 'cgo', 'goexperiment.regabiwrappers', 'goexperiment.regabiargs'])

/**
 * Whether a `//go:build` expression holds for linux/amd64. What cannot be read counts as holding: better one declaration
 * too many than one that is lost.
 */
export function holdsOnLinux(constraint: string | undefined): boolean {
  if (constraint === undefined) return true
  const tokens = constraint.match(/&&|\|\||[!()]|[^\s!()&|]+/g) ?? []
  let at = 0
  const or = (): boolean => {
    let value = and()
    while (tokens[at] === '||') {
      at++
      value = and() || value
    }
    return value
  }
  const and = (): boolean => {
    let value = not()
    while (tokens[at] === '&&') {
      at++
      value = not() && value
    }
    return value
  }
  const not = (): boolean => {
    const token = tokens[at++]
    if (token === undefined) return true
    if (token === '!') return !not()
    if (token !== '(') return TAGS.has(token) || /^go1\.\d+$/.test(token)
    const value = or()
    at++
    return value
  }
  return or()
}
