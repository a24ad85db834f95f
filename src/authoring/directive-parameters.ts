/** Directives a chapter may hold, each with its parameters; roles are directives inside a sentence. */
export const directiveParameters: Readonly<Record<string, readonly string[]>> = {
  go: ['symbol', 'show', 'from', 'from-nth', 'to', 'to-nth', 'id'],
  note: ['at', 'nth'],
  trail: ['from', 'to'],
  diagram: ['name'],
  tree: [],
  packages: [],
  error: ['in', 'at', 'nth', 'message'],
  flags: ['section'],
  variables: ['path'],
  checks: ['group'],
  completion: ['path'],
  errors: [],
}

/** Roles that name a piece of code in a sentence: `:sym[…]`. */
export const roles = ['sym', 'flag', 'file'] as const

/** Parameters whose value is a symbol, by directive. */
export const symbolParameters: Readonly<Record<string, readonly string[]>> = { go: ['symbol'], error: ['in'], trail: ['from', 'to'] }
