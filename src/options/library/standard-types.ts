import { basic, BOOL, ERROR, INT, STRING, type FieldType, type GoType, type NamedType } from '../machine/index.ts'

type Shape = string | (() => GoType)

const interfaceOf = (...methods: string[]): Shape => () => ({ kind: 'interface', methods: () => methods })
const structOf = (fields: Readonly<Record<string, () => GoType>> = {}): Shape => () => ({
  kind: 'struct',
  fields: Object.entries(fields).map(([name, type]): FieldType => ({ name, type, embedded: false })),
})
const slice = (elem: GoType): GoType => ({ kind: 'slice', elem })
const pointer = (elem: GoType): GoType => ({ kind: 'pointer', elem })
const map = (key: GoType, elem: GoType): GoType => ({ kind: 'map', key, elem })
const ref = (path: string, name: string) => (): GoType => standardType(path, name) ?? { kind: 'unknown', text: `${path}.${name}` }

/** Shapes of types whose source is not in the tree: a basic type's name, or how it is made. From the packages' documentation. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  time: { Duration: 'int64', Month: 'int', Weekday: 'int', Time: structOf({ wall: () => basic('uint64'), ext: () => basic('int64'), loc: () => pointer(ref('time', 'Location')()) }), Location: structOf() },
  net: {
    IP: () => slice(basic('uint8')),
    IPMask: () => slice(basic('uint8')),
    IPNet: structOf({ IP: ref('net', 'IP'), Mask: ref('net', 'IPMask') }),
    Listener: interfaceOf('Accept', 'Close', 'Addr'),
    Conn: interfaceOf('Read', 'Write', 'Close', 'LocalAddr', 'RemoteAddr', 'SetDeadline', 'SetReadDeadline', 'SetWriteDeadline'),
    Addr: interfaceOf('Network', 'String'),
    Flags: 'uint',
    ListenConfig: structOf({ Control: () => ({ kind: 'func', params: [], variadic: false, results: [] }), KeepAlive: ref('time', 'Duration') }),
  },
  'net/http': { Header: () => map(STRING, slice(STRING)), Handler: interfaceOf('ServeHTTP'), RoundTripper: interfaceOf('RoundTrip'), ResponseWriter: interfaceOf('Header', 'Write', 'WriteHeader') },
  'net/url': { Values: () => map(STRING, slice(STRING)) },
  io: { Writer: interfaceOf('Write'), Reader: interfaceOf('Read'), Closer: interfaceOf('Close'), ReadCloser: interfaceOf('Read', 'Close'), WriteCloser: interfaceOf('Write', 'Close') },
  fmt: { Stringer: interfaceOf('String') },
  context: { Context: interfaceOf('Deadline', 'Done', 'Err', 'Value') },
  sort: { StringSlice: () => slice(STRING), IntSlice: () => slice(INT), Interface: interfaceOf('Len', 'Less', 'Swap') },
  sync: { Mutex: structOf(), RWMutex: structOf(), Once: structOf({ done: () => basic('uint32') }), WaitGroup: structOf(), Map: structOf(), Pool: structOf({ New: () => ({ kind: 'func', params: [], variadic: false, results: [] }) }), Locker: interfaceOf('Lock', 'Unlock') },
  'sync/atomic': { Value: structOf({ v: () => ({ kind: 'interface', methods: () => [] }) }), Bool: structOf({ v: () => basic('uint32') }), Int32: structOf({ v: () => basic('int32') }), Int64: structOf({ v: () => basic('int64') }) },
  os: { FileMode: 'uint32', Signal: interfaceOf('String', 'Signal') },
  'io/fs': { FileMode: 'uint32' },
  strings: { Builder: structOf({ buf: () => slice(basic('uint8')) }) },
  bytes: { Buffer: structOf({ buf: () => slice(basic('uint8')) }) },
  flag: {
    FlagSet: structOf({ Usage: () => ({ kind: 'func', params: [], variadic: false, results: [] }), name: () => STRING }),
    Flag: structOf({ Name: () => STRING, Usage: () => STRING, Value: ref('flag', 'Value'), DefValue: () => STRING }),
    Value: interfaceOf('String', 'Set'),
    ErrorHandling: 'int',
  },
  'github.com/spf13/pflag': {
    FlagSet: structOf({ Usage: () => ({ kind: 'func', params: [], variadic: false, results: [] }), SortFlags: () => BOOL, name: () => STRING }),
    Flag: structOf({
      Name: () => STRING,
      Shorthand: () => STRING,
      Usage: () => STRING,
      Value: ref('github.com/spf13/pflag', 'Value'),
      DefValue: () => STRING,
      Changed: () => BOOL,
      NoOptDefVal: () => STRING,
      Deprecated: () => STRING,
      Hidden: () => BOOL,
      ShorthandDeprecated: () => STRING,
      Annotations: () => map(STRING, slice(STRING)),
    }),
    Value: interfaceOf('String', 'Set', 'Type'),
    NormalizedName: 'string',
    ErrorHandling: 'int',
  },
}

const made = new Map<string, NamedType>()

/** A type of a library that is known without its source; undefined for others. */
export function standardType(importPath: string, name: string): GoType | undefined {
  if (importPath === '' && name === 'error') return ERROR
  const shape = SHAPES[importPath]?.[name]
  if (shape === undefined || !Object.hasOwn(SHAPES[importPath] ?? {}, name)) return undefined
  const key = `${importPath}.${name}`
  let type = made.get(key)
  if (type === undefined) {
    let under: GoType | undefined
    const read = (): GoType => (under ??= typeof shape === 'string' ? basic(shape) : shape())
    type = { kind: 'named', importPath, packageName: importPath.split('/').at(-1) ?? importPath, name, args: [], under: read, pkg: undefined, spec: undefined }
    made.set(key, type)
  }
  return type
}
