import { elementsOf, standardType, string, strings, textOf, textsOf, valueText, type Known } from '../library/index.ts'
import { basic, STRING, tableOf, type GoType, type MapTable, type Machine, type Spot, type Value } from '../machine/index.ts'

/** One of pflag's own kinds of flags: `String`, `StringSlice`, … */
export interface FlagKind {
  /** Type of the variable it fills. */
  readonly holds: GoType
  /** What its `Type()` says. */
  readonly type: string
  /** Default as text; undefined where not known. */
  text(machine: Machine, value: Value, at: Spot): string | undefined
  /** Texts for which `--help` prints no default; undefined: the rule for other types (pflag, `defaultIsZeroValue`). */
  readonly zero: readonly string[] | undefined
  /** What it gets when it stands without a value. */
  readonly bare: string
}

const plain = (machine: Machine, value: Value, at: Spot): string | undefined => valueText(machine, value, at)

function scalar(name: string, type: string, zero: readonly string[], bare = ''): FlagKind {
  return { holds: basic(name), type, text: plain, zero, bare }
}

/** A record of comma-separated values as encoding/csv writes it. */
function record(fields: readonly string[]): string {
  return fields.map((field) => (field === '' ? '' : /[",\r\n]|^\s|^\\\.$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')
}

function list(elem: GoType, type: string, zero: readonly string[] | undefined, csv: boolean): FlagKind {
  return {
    holds: { kind: 'slice', elem },
    type,
    zero,
    bare: '',
    text(machine, value, at) {
      const texts = elementsOf(value)?.map((one) => valueText(machine, one, at))
      if (texts?.every((text) => text !== undefined) !== true) return undefined
      return `[${csv ? record(texts) : texts.join(',')}]`
    },
  }
}

function pairs(elem: GoType, type: string): FlagKind {
  return {
    holds: { kind: 'map', key: STRING, elem },
    type,
    zero: undefined,
    bare: '',
    text(machine, value, at) {
      const table = value.kind === 'nil' ? (new Map() as MapTable) : value.kind === 'map' ? tableOf(value) : undefined
      if (table === undefined) return undefined
      // pflag goes over the map in whatever order Go has; of more than one entry the text is not known.
      if (table.size > 1) return undefined
      const texts = [...table.values()].map(({ key, cell }) => `${textOf(key) ?? ''}=${valueText(machine, cell.state.value, at) ?? ''}`)
      return `[${record(texts)}]`
    },
  }
}

const named = (path: string, name: string): GoType => standardType(path, name) ?? basic(name)
const ADDRESS = ['<nil>']
const LIST = ['[]']

/** The kinds, by the name of their methods. */
export const FLAG_KINDS: Readonly<Record<string, FlagKind>> = {
  Bool: scalar('bool', 'bool', ['false'], 'true'),
  String: scalar('string', 'string', ['']),
  Int: scalar('int', 'int', ['0']),
  Int8: scalar('int8', 'int8', ['0']),
  Int16: scalar('int16', 'int16', ['0']),
  Int32: scalar('int32', 'int32', ['0']),
  Int64: scalar('int64', 'int64', ['0']),
  Uint: scalar('uint', 'uint', ['0']),
  Uint8: scalar('uint8', 'uint8', ['0']),
  Uint16: scalar('uint16', 'uint16', ['0']),
  Uint32: scalar('uint32', 'uint32', ['0']),
  Uint64: scalar('uint64', 'uint64', ['0']),
  Float32: scalar('float32', 'float32', ['0']),
  Float64: scalar('float64', 'float64', ['0']),
  Count: scalar('int', 'count', ['0'], '+1'),
  Duration: { holds: named('time', 'Duration'), type: 'duration', text: plain, zero: ['0', '0s'], bare: '' },
  IP: { holds: named('net', 'IP'), type: 'ip', text: (machine, value, at) => (value.kind === 'nil' ? '<nil>' : plain(machine, value, at)), zero: ADDRESS, bare: '' },
  IPMask: { holds: named('net', 'IPMask'), type: 'ipMask', text: (_, value) => (value.kind === 'nil' ? '<nil>' : undefined), zero: ADDRESS, bare: '' },
  IPNet: { holds: named('net', 'IPNet'), type: 'ipNet', text: (machine, value, at) => addressed(machine, value, at), zero: ADDRESS, bare: '' },
  StringSlice: list(STRING, 'stringSlice', LIST, true),
  StringArray: list(STRING, 'stringArray', LIST, true),
  IntSlice: list(basic('int'), 'intSlice', LIST, false),
  Int32Slice: list(basic('int32'), 'int32Slice', undefined, false),
  Int64Slice: list(basic('int64'), 'int64Slice', undefined, false),
  UintSlice: list(basic('uint'), 'uintSlice', undefined, false),
  BoolSlice: list(basic('bool'), 'boolSlice', undefined, true),
  Float32Slice: list(basic('float32'), 'float32Slice', undefined, false),
  Float64Slice: list(basic('float64'), 'float64Slice', undefined, false),
  DurationSlice: list(named('time', 'Duration'), 'durationSlice', undefined, false),
  IPSlice: list(named('net', 'IP'), 'ipSlice', undefined, true),
  StringToString: pairs(STRING, 'stringToString'),
  StringToInt: pairs(basic('int'), 'stringToInt'),
  StringToInt64: pairs(basic('int64'), 'stringToInt64'),
}

function addressed(machine: Machine, value: Value, at: Spot): string | undefined {
  const method = machine.member(value, 'String', at)
  const result = method?.kind === 'func' ? machine.call(method, [], at, 'String()') : undefined
  return textOf(result)
}

/** `stringSlice` → `stringSliceValue`, as pflag and flag call the types of their values. */
export function valueTypeName(kind: string): string {
  if (/^IP/.test(kind)) return `ip${kind.slice(2)}Value`
  return `${kind[0]?.toLowerCase() ?? ''}${kind.slice(1)}Value`
}

/** `String` and `Type` of the values of pflag and flag, by the symbols of their types. */
export function valueMethods(): Record<string, Known> {
  const table: Record<string, Known> = {}
  for (const [name, kind] of Object.entries(FLAG_KINDS)) {
    for (const path of ['github.com/spf13/pflag', 'flag']) {
      const symbol = `${path}.${valueTypeName(name)}`
      table[`${symbol}.String`] = ({ receiver, at }, machine) => {
        const held = receiver?.kind === 'pointer' ? receiver.cell.state.value : undefined
        const text = held === undefined ? undefined : kind.text(machine, held, at)
        if (text !== undefined) return string(text)
        return held?.kind === 'unknown' ? held : undefined
      }
      if (path !== 'flag') table[`${symbol}.Type`] = () => string(kind.type)
      if (name === 'Bool') table[`${symbol}.IsBoolFlag`] = () => ({ kind: 'bool', type: basic('bool'), value: true })
      if (kind.type.endsWith('Slice') || kind.type === 'stringArray') {
        table[`${symbol}.GetSlice`] = ({ receiver }) => {
          const texts = receiver?.kind === 'pointer' ? textsOf(receiver.cell.state.value) : undefined
          return texts === undefined ? undefined : strings(texts)
        }
      }
    }
  }
  return table
}

