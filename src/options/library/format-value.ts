import { methodOf, symbolOf, tableOf, typeText, underlying, type Machine, type Spot, type Value } from '../machine/index.ts'

/** A Go string literal of a text: `%q`, strconv.Quote. */
export function quoted(text: string): string {
  let out = ''
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const escape = ESCAPES[letter]
    if (escape !== undefined) out += escape
    else if (code < 32 || code === 127) out += `\\x${code.toString(16).padStart(2, '0')}`
    else out += letter
  }
  return `"${out}"`
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\v': '\\v' }

/** A value as `%v` prints it; undefined where it is not known (fmt, "Printing"). */
export function valueText(machine: Machine, value: Value, at: Spot, depth = 0): string | undefined {
  if (depth > 8) return undefined
  const own = depth <= 8 ? methodText(machine, value, at) : undefined
  if (own !== undefined) return own.text
  if (mayPrintItself(value)) return undefined
  const all = (values: readonly Value[]): string[] | undefined => {
    const texts = values.map((one) => valueText(machine, one, at, depth + 1))
    return texts.every((text) => text !== undefined) ? texts : undefined
  }
  switch (value.kind) {
    case 'bool':
    case 'int':
    case 'string':
      return String(value.value)
    case 'float':
      return floatText(value.value)
    case 'nil': {
      const under = value.type === undefined ? undefined : underlying(value.type)
      return under?.kind === 'slice' ? '[]' : under?.kind === 'map' ? 'map[]' : '<nil>'
    }
    case 'slice':
    case 'array': {
      const texts = all(value.cells.map(({ state }) => state.value))
      return texts === undefined ? undefined : `[${texts.join(' ')}]`
    }
    case 'map': {
      const entries = [...(tableOf(value) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
      if (tableOf(value) === undefined) return undefined
      const texts = entries.map(([, { key, cell }]) => {
        const [left, right] = [valueText(machine, key, at, depth + 1), valueText(machine, cell.state.value, at, depth + 1)]
        return left === undefined || right === undefined ? undefined : `${left}:${right}`
      })
      return texts.every((text) => text !== undefined) ? `map[${texts.join(' ')}]` : undefined
    }
    case 'struct': {
      const texts = all([...value.fields.values()].map(({ state }) => state.value))
      return texts === undefined ? undefined : `{${texts.join(' ')}}`
    }
    case 'pointer': {
      const target = value.cell.state.value
      if (depth > 0 || (target.kind !== 'struct' && target.kind !== 'slice' && target.kind !== 'map')) return undefined
      const text = valueText(machine, target, at, depth + 1)
      return text === undefined ? undefined : `&${text}`
    }
    default:
      return undefined
  }
}

/** Standard types that have no `String()`. */
const WITHOUT_TEXT = /^(?:net\/http\.Header|net\/url\.Values|sort\.\w+Slice)$/

/** Whether a type of Go's library, whose source is not read, may have a `String()` that is not known here. */
function mayPrintItself(value: Value): boolean {
  const type = value.kind === 'tuple' || value.kind === 'native' || value.kind === 'unknown' || value.kind === 'type' ? undefined : value.type
  return type?.kind === 'named' && type.importPath !== '' && !/^[^/]*\./.test(type.importPath) && type.pkg === undefined && value.kind !== 'nil' && !WITHOUT_TEXT.test(symbolOf(type) ?? '')
}

function methodText(machine: Machine, value: Value, at: Spot): { text: string | undefined } | undefined {
  if (value.kind === 'nil' || value.kind === 'unknown' || value.kind === 'tuple' || value.kind === 'native') return undefined
  for (const name of ['Error', 'String']) {
    const method = methodOf(machine, value, name)
    if (method === undefined) continue
    // A value whose method wants a pointer does not have it (Go spec, "Method sets").
    if (value.kind !== 'pointer' && 'decl' in method.body && method.body.decl?.pointerReceiver === true) continue
    const result = machine.call(method, [], at, `${name}()`)
    return { text: result.kind === 'string' ? result.value : undefined }
  }
  return undefined
}

/** A floating-point number as `%v` prints it (strconv.FormatFloat with 'g'). */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  if (exponent >= -4 && exponent < 21) return String(value)
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
}

/** `fmt.Sprintf`; undefined where something in it is not known. */
export function sprintf(machine: Machine, format: string, args: readonly Value[], at: Spot): string | undefined {
  let index = 0
  let known = true
  const isKnown = (): boolean => known
  const text = format.replace(/%([+\-# 0]*)(\d*)(?:\.(\d*))?([a-zA-Z%])/g, (_, flags: string, width: string, precision: string | undefined, verb: string) => {
    if (verb === '%') return '%'
    const value = args[index++]
    if (value === undefined) return `%!${verb}(MISSING)`
    const out = formatted(machine, verb, flags, precision, value, at)
    if (out === undefined) {
      known = false
      return ''
    }
    const size = Number(width === '' ? 0 : width)
    return flags.includes('-') ? out.padEnd(size) : out.padStart(size, flags.includes('0') ? '0' : ' ')
  })
  return isKnown() && index >= args.length ? text : undefined
}

function formatted(machine: Machine, verb: string, flags: string, precision: string | undefined, value: Value, at: Spot): string | undefined {
  switch (verb) {
    case 'v':
    case 's':
    case 'w': {
      if (flags.includes('#') || (flags.includes('+') && value.kind !== 'string' && value.kind !== 'int' && value.kind !== 'bool' && methodText(machine, value, at) === undefined)) return undefined
      return valueText(machine, value, at)
    }
    case 'q': {
      if (value.kind === 'slice') {
        const texts = value.cells.map(({ state }) => formatted(machine, 'q', '', undefined, state.value, at))
        return texts.every((text) => text !== undefined) ? `[${texts.join(' ')}]` : undefined
      }
      if (value.kind === 'int') return `'${String.fromCodePoint(Number(value.value))}'`
      const text = valueText(machine, value, at)
      return text === undefined ? undefined : quoted(text)
    }
    case 'd':
      return value.kind === 'int' ? String(value.value) : undefined
    case 't':
      return value.kind === 'bool' ? String(value.value) : undefined
    case 'x':
    case 'X': {
      if (value.kind !== 'int') return undefined
      const hex = value.value.toString(16)
      return `${flags.includes('#') ? '0x' : ''}${verb === 'X' ? hex.toUpperCase() : hex}`
    }
    case 'c':
      return value.kind === 'int' ? String.fromCodePoint(Number(value.value)) : undefined
    case 'f':
      return value.kind === 'float' ? value.value.toFixed(Number(precision ?? '6')) : undefined
    case 'g':
      return value.kind === 'float' ? floatText(value.value) : undefined
    case 'T':
      return value.kind === 'unknown' || value.kind === 'tuple' || value.kind === 'native' || value.type === undefined ? undefined : typeText(value.type)
    default:
      return undefined
  }
}
