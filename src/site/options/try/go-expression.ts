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

const TOKEN = /\s*(?:([\p{L}_][\p{L}\p{N}_]*)|(\d[\w.]*)|"((?:[^"\\]|\\.)*)"|`([^`]*)`|(&&|\|\||[=!<>]=|<<|>>|[-+*/%!<>()[\].,&|^]))/uy

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
    if (token?.kind === 'name') return this.named(token.text)
    if (token?.text !== '(') throw new NotUnderstood()
    const value = this.binary(0)
    this.need(')')
    return value
  }

  /** A name with everything behind it: selectors, calls, indexes. */
  private named(first: string): GoValue | undefined {
    let path = first
    let value: GoValue | undefined
    let plain = true
    for (;;) {
      if (this.take('.')) {
        const next = this.tokens[this.at]
        if (next?.kind !== 'name') throw new NotUnderstood()
        this.at += 1
        path = `${path}.${next.text}`
        if (!plain) value = undefined
      } else if (this.take('(')) {
        const args = this.arguments()
        value = plain ? call(path, args) : undefined
        plain = false
      } else if (this.take('[')) {
        const index = this.binary(0)
        this.need(']')
        value = indexed(plain ? this.known(path) : value, index)
        plain = false
      } else return plain ? this.known(path) : value
    }
  }

  private known(path: string): GoValue | undefined {
    if (path === 'nil') return null
    return path === 'true' || path === 'false' ? path === 'true' : this.lookup(path)
  }

  private arguments(): (GoValue | undefined)[] {
    const args: (GoValue | undefined)[] = []
    while (!this.take(')')) {
      args.push(this.binary(0))
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

function equal(left: GoValue, right: GoValue): boolean | undefined {
  // An empty list is not nil, and what is empty here may be either in the program.
  if (left === null || right === null) {
    const other = left ?? right
    if (other === null) return true
    return typeof other === 'object' && Object.keys(other).length === 0 ? undefined : false
  }
  return typeof left === 'object' || typeof right === 'object' || typeof left !== typeof right ? undefined : left === right
}

function ordered(operator: string, left: string | number, right: string | number): boolean | undefined {
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  if (operator === '>') return left > right
  return operator === '>=' ? left >= right : undefined
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  if (operator === '+') return left + right
  if (operator === '-') return left - right
  if (operator === '*') return left * right
  return operator === '<<' ? left * 2 ** right : undefined
}

function indexed(value: GoValue | undefined, index: GoValue | undefined): GoValue | undefined {
  if (value === null || typeof value !== 'object' || (typeof index !== 'number' && typeof index !== 'string')) return undefined
  return (value as Readonly<Record<string | number, GoValue | undefined>>)[index]
}

/** Bytes, as Go counts them. */
const utf8 = new TextEncoder()

function call(name: string, [first, second]: readonly (GoValue | undefined)[]): GoValue | undefined {
  if (name === 'len') {
    if (typeof first === 'string') return utf8.encode(first).length
    return first === null ? 0 : typeof first === 'object' ? Object.keys(first).length : undefined
  }
  if (/^(?:u?int(?:8|16|32|64)?|float(?:32|64)|string|time\.Duration)$/.test(name)) return first
  if (typeof first !== 'string' || typeof second !== 'string') return undefined
  if (name === 'strings.HasPrefix') return first.startsWith(second)
  if (name === 'strings.HasSuffix') return first.endsWith(second)
  return name === 'strings.Contains' ? first.includes(second) : undefined
}
