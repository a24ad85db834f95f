/** Tags that hold when Go builds for linux on amd64 with its own compiler and cgo; `go1.x` tags hold too. */
const TAGS = new Set(['linux', 'amd64', 'unix', 'gc', 'cgo'])

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
