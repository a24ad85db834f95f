import { arithmetic, call, callMethod, equal, indexed, ordered, roundsOf } from './go-operations.ts'

/**
 * As much of Go's expressions as conditions of options are written in, evaluated over known values.
 *
 * What isn't known stays unknown (`undefined`), and so does everything that depends on it: a condition is said to hold only
 * where that is certain.
 */
export type GoValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>

/** Gives the value of a name or of a path of names (`s.Etcd.Prefix`); undefined where it isn't known. */
export type Lookup = (path: string) => GoValue | undefined

type Token = { readonly kind: 'name' | 'number' | 'operator'; readonly text: string } | { readonly kind: 'string'; readonly text: string }

const TOKEN = /\s*(?:([\p{L}_][\p{L}\p{N}_]*)|(\d[\w.]*)|"((?:[^"\\]|\\.)*)"|`([^`]*)`|(&&|\|\||[=!<>]=|<<|>>|:=|\.\.\.|[-+*/%!<>()[\].,&|^]))/uy

const PRECEDENCE: Readonly<Record<string, number>> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, '+': 4, '-': 4, '|': 4, '*': 5, '/': 5, '%': 5, '<<': 5, '>>': 5 }

/** Evaluates a Go expression; undefined where it isn't known or isn't understood. */
export function evaluateGo(source: string, lookup: Lookup): GoValue | undefined {
  const tokens = tokenize(source)
  if (tokens === undefined) return undefined
  try {
    const reader = new Reader(tokens, lookup)
    const value = reader.binary(0)
    return reader.done ? value : undefined
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined
    throw error
  }
}

class NotUnderstood extends Error {}

function tokenize(source: string): Token[] | undefined {
  const tokens: Token[] = []
  const text = source.trimEnd()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (match === null) return undefined
    const [, name, number, quoted, raw, operator] = match
    if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator })
    else tokens.push({ kind: 'string', text: raw ?? (quoted ?? '').replace(/\\(["\\])/g, '$1').replaceAll('\\n', '\n').replaceAll('\\t', '\t') })
  }
  return tokens
}

/** A recursive-descent reader that evaluates as it goes; conditions are short. */
class Reader {
  private at = 0
  private readonly tokens: readonly Token[]
  private readonly lookup: Lookup
  /** Names of the loops around, with what they stand for in this round. */
  private readonly scope = new Map<string, GoValue | undefined>()

  constructor(tokens: readonly Token[], lookup: Lookup) {
    this.tokens = tokens
    this.lookup = lookup
  }

  get done(): boolean {
    return this.at === this.tokens.length
  }

  binary(least: number): GoValue | undefined {
    let left = this.unary()
    for (;;) {
      const operator = this.tokens[this.at]
      const precedence = operator?.kind === 'operator' ? PRECEDENCE[operator.text] : undefined
      if (operator === undefined || precedence === undefined || precedence <= least) return left
      this.at += 1
      left = combine(operator.text, left, this.binary(precedence))
    }
  }

  private unary(): GoValue | undefined {
    if (this.take('!')) {
      const value = this.unary()
      return typeof value === 'boolean' ? !value : undefined
    }
    if (this.take('-')) {
      const value = this.unary()
      return typeof value === 'number' ? -value : undefined
    }
    if (this.take('*') || this.take('&')) return this.unary()
    return this.primary()
  }

  private primary(): GoValue | undefined {
    const token = this.tokens[this.at]
    this.at += 1
    if (token?.kind === 'number') return readNumber(token.text)
    if (token?.kind === 'string') return token.text
    if (token?.kind === 'name') return token.text === 'for' ? this.loop() : this.behind(token.text, undefined)
    if (token?.text !== '(') throw new NotUnderstood()
    const value = this.binary(0)
    this.need(')')
    return this.behind(undefined, value)
  }

  /** What stands behind a name, or behind a value: selectors, calls, indexes. `path` is the name as long as it is no more than one. */
  private behind(path: string | undefined, value: GoValue | undefined): GoValue | undefined {
    let plain = path
    let now = value
    let method: string | undefined
    for (;;) {
      if (this.take('.')) {
        const next = this.tokens[this.at]
        if (next?.kind !== 'name') throw new NotUnderstood()
        this.at += 1
        if (plain !== undefined) plain = `${plain}.${next.text}`
        else if (method !== undefined) now = undefined
        method = plain === undefined ? next.text : undefined
      } else if (this.take('(')) {
        const args = this.arguments()
        now = plain !== undefined ? this.called(plain, args) : method === undefined ? undefined : callMethod(now, method, args)
        plain = method = undefined
      } else if (this.take('[')) {
        const index = this.binary(0)
        this.need(']')
        now = method === undefined ? indexed(plain === undefined ? now : this.known(plain), index) : undefined
        plain = method = undefined
      } else if (method !== undefined) return undefined
      else return plain === undefined ? now : this.known(plain)
    }
  }

  /** A call by name: of a function, or of a method of what stands before the last dot. */
  private called(path: string, args: readonly (GoValue | undefined)[]): GoValue | undefined {
    const result = call(path, args)
    const dot = path.lastIndexOf('.')
    return result === undefined && dot !== -1 ? callMethod(this.known(path.slice(0, dot)), path.slice(dot + 1), args) : result
  }

  /** `for i, x := range list && …`: whether what follows holds for any element. */
  private loop(): boolean | undefined {
    const names: string[] = []
    for (let token = this.tokens[this.at]; token?.kind === 'name' && token.text !== 'range'; token = this.tokens[this.at]) {
      names.push(token.text)
      this.at += 1
      if (!this.take(',')) break
    }
    if (names.length > 0) this.need(':=')
    if (this.tokens[this.at]?.text !== 'range') throw new NotUnderstood()
    this.at += 1
    const list = this.binary(2)
    if (!this.take('&&')) return undefined
    const rounds = roundsOf(list)
    const start = this.at
    const round = (key: GoValue | undefined, value: GoValue | undefined): GoValue | undefined => {
      this.at = start
      ;[key, value].forEach((one, index) => names[index] !== undefined && this.scope.set(names[index], one))
      return this.binary(1)
    }
    // Without elements, or with ones that are not known, what follows is read all the same.
    if (rounds === undefined || rounds.length === 0) {
      const all = round(undefined, undefined)
      return rounds !== undefined || all === false ? false : undefined
    }
    const results = rounds.map(([key, value]) => round(key, value))
    return results.includes(true) ? true : results.every((one) => one === false) ? false : undefined
  }

  private known(path: string): GoValue | undefined {
    if (path === 'nil') return null
    if (path === 'true' || path === 'false') return path === 'true'
    return this.scope.has(path) ? this.scope.get(path) : this.lookup(path)
  }

  private arguments(): (GoValue | undefined)[] {
    const args: (GoValue | undefined)[] = []
    while (!this.take(')')) {
      const value = this.binary(0)
      if (!this.take('...')) args.push(value)
      else if (Array.isArray(value)) args.push(...(value as GoValue[]))
      else if (value !== null) args.push(undefined)
      if (!this.take(',') && this.tokens[this.at]?.text !== ')') throw new NotUnderstood()
    }
    return args
  }

  private take(operator: string): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'operator' || token.text !== operator) return false
    this.at += 1
    return true
  }

  private need(operator: string): void {
    if (!this.take(operator)) throw new NotUnderstood()
  }
}

function readNumber(text: string): number {
  const value = Number(text.replaceAll('_', '').replace(/^0(?=[0-7]+$)/, '0o'))
  if (Number.isNaN(value)) throw new NotUnderstood()
  return value
}

function combine(operator: string, left: GoValue | undefined, right: GoValue | undefined): GoValue | undefined {
  // A side that decides alone decides whatever the other one is.
  if (operator === '&&') return left === false || right === false ? false : left === true && right === true ? true : undefined
  if (operator === '||') return left === true || right === true ? true : left === false && right === false ? false : undefined
  if (left === undefined || right === undefined) return undefined
  if (operator === '==' || operator === '!=') {
    const same = equal(left, right)
    return same === undefined ? undefined : (operator === '==') === same
  }
  if (typeof left === 'string' && typeof right === 'string') return operator === '+' ? left + right : ordered(operator, left, right)
  return typeof left === 'number' && typeof right === 'number' ? (arithmetic(operator, left, right) ?? ordered(operator, left, right)) : undefined
}
