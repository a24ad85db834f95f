/** One `replace` line: where a module's code is taken from instead. */
export interface GoModReplace {
  /** Module path on the left. */
  readonly path: string
  /** Version on the left; undefined when the line holds for every version. */
  readonly version: string | undefined
  /** What stands on the right: a folder (`./staging/src/k8s.io/api`) or a module path. */
  readonly target: string
  /** Version on the right; undefined for a folder. */
  readonly targetVersion: string | undefined
  /** True when `target` is a folder: it starts with `./` or `../`, or is absolute (Go modules reference, "replace directive"). */
  readonly local: boolean
}

/** One `require` line. */
export interface GoModRequire {
  readonly path: string
  readonly version: string
}

/** What Waymark reads of a `go.mod`. */
export interface GoMod {
  /** Path of the `module` line; undefined when there is none. */
  readonly module: string | undefined
  /** Argument of the `go` line, e.g. `1.20`. */
  readonly goVersion: string | undefined
  /** Indirect ones too. */
  readonly requires: readonly GoModRequire[]
  readonly replaces: readonly GoModReplace[]
}

/**
 * Reads a `go.mod` by the lexical rules of the Go modules reference: one directive a line, factored blocks in
 * parentheses, `//` comments, interpreted and raw strings.
 *
 * Never throws: directives it does not know, and lines it cannot read, are passed over.
 */
export function readGoMod(text: string): GoMod {
  let module: string | undefined
  let goVersion: string | undefined
  const requires: GoModRequire[] = []
  const replaces: GoModReplace[] = []
  let block: string | undefined
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const words = tokens(line)
    if (words.length === 0) continue
    if (block !== undefined && words[0] === ')') {
      block = undefined
      continue
    }
    if (block === undefined && words[1] === '(' && words.length === 2) {
      block = words[0]
      continue
    }
    const [verb, ...rest] = block === undefined ? words : [block, ...words]
    if (verb === 'module') module ??= rest[0]
    else if (verb === 'go') goVersion ??= rest[0]
    else if (verb === 'require') {
      const [path, version] = rest
      if (path !== undefined && version !== undefined) requires.push({ path, version })
    } else if (verb === 'replace') {
      const replace = readReplace(rest)
      if (replace !== undefined) replaces.push(replace)
    }
  }
  return { module, goVersion, requires, replaces }
}

function readReplace(words: readonly string[]): GoModReplace | undefined {
  const arrow = words.indexOf('=>')
  const [path, version] = words.slice(0, arrow)
  const [target, targetVersion] = words.slice(arrow + 1)
  if (arrow < 1 || path === undefined || target === undefined) return undefined
  return { path, version, target, targetVersion, local: isFolder(target) }
}

/** Windows separators and drive letters count too: Go accepts them where it runs on Windows. */
function isFolder(target: string): boolean {
  return /^\.{1,2}([/\\]|$)/.test(target) || /^([/\\]|[A-Za-z]:[/\\])/.test(target)
}

/** The words of one line, unquoted, without its comment. */
function tokens(line: string): string[] {
  const words: string[] = []
  const word = /\s*(?:(\/\/.*)|"((?:[^"\\]|\\.)*)"|`([^`]*)`|(=>)|([()])|((?:(?!\/\/|=>)[^\s()"`])+))/gy
  for (let match = word.exec(line); match !== null; match = word.exec(line)) {
    if (match[1] !== undefined) break
    const interpreted = match[2]?.replace(/\\(.)/g, '$1')
    words.push(interpreted ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? '')
  }
  return words
}
