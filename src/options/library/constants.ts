import { basic, UNTYPED_FLOAT, UNTYPED_INT, UNTYPED_STRING, type GoType, type Value } from '../machine/index.ts'
import { standardType } from './standard-types.ts'

const DURATIONS: Readonly<Record<string, bigint>> = { Nanosecond: 1n, Microsecond: 1000n, Millisecond: 1_000_000n, Second: 1_000_000_000n, Minute: 60_000_000_000n, Hour: 3_600_000_000_000n }
const limits = (bits: number): bigint => 2n ** BigInt(bits - 1)

const INTEGERS: Readonly<Record<string, Readonly<Record<string, bigint>>>> = {
  math: {
    MaxInt: limits(64) - 1n, MinInt: -limits(64), MaxInt8: 127n, MinInt8: -128n, MaxInt16: limits(16) - 1n, MinInt16: -limits(16), MaxInt32: limits(32) - 1n, MinInt32: -limits(32),
    MaxInt64: limits(64) - 1n, MinInt64: -limits(64), MaxUint8: 255n, MaxUint16: 65535n, MaxUint32: 2n ** 32n - 1n, MaxUint64: 2n ** 64n - 1n, MaxUint: 2n ** 64n - 1n,
  },
  'net/http': { StatusOK: 200n, StatusBadRequest: 400n, StatusNotFound: 404n, StatusTooManyRequests: 429n, StatusInternalServerError: 500n, DefaultMaxHeaderBytes: 1n << 20n },
  // Numbers of the protocol (crypto/tls, "const").
  'crypto/tls': { VersionTLS10: 0x0301n, VersionTLS11: 0x0302n, VersionTLS12: 0x0303n, VersionTLS13: 0x0304n, NoClientCert: 0n, RequestClientCert: 1n, RequireAnyClientCert: 2n, VerifyClientCertIfGiven: 3n, RequireAndVerifyClientCert: 4n },
  net: { IPv4len: 4n, IPv6len: 16n },
  os: { O_RDONLY: 0n, O_WRONLY: 1n, O_RDWR: 2n, PathSeparator: 47n },
  'path/filepath': { Separator: 47n, ListSeparator: 58n },
  flag: { ContinueOnError: 0n, ExitOnError: 1n, PanicOnError: 2n },
  'github.com/spf13/pflag': { ContinueOnError: 0n, ExitOnError: 1n, PanicOnError: 2n },
}

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'net/http': { MethodGet: 'GET', MethodPost: 'POST', MethodPut: 'PUT', MethodDelete: 'DELETE', MethodPatch: 'PATCH', MethodHead: 'HEAD', MethodOptions: 'OPTIONS' },
  runtime: { GOOS: 'linux', GOARCH: 'amd64', Compiler: 'gc' },
  os: { DevNull: '/dev/null' },
  time: { RFC3339: '2006-01-02T15:04:05Z07:00', RFC3339Nano: '2006-01-02T15:04:05.999999999Z07:00' },
}

/** A constant of a library that is known without its source; undefined for others. */
export function libraryConstant(importPath: string, name: string): Value | undefined {
  if (importPath === 'time' && Object.hasOwn(DURATIONS, name)) return { kind: 'int', type: standardType('time', 'Duration') ?? basic('int64'), value: DURATIONS[name] ?? 0n }
  const integers = INTEGERS[importPath]
  if (integers !== undefined && Object.hasOwn(integers, name)) return { kind: 'int', type: typeOfInteger(importPath), value: integers[name] ?? 0n }
  const texts = TEXTS[importPath]
  if (texts !== undefined && Object.hasOwn(texts, name)) return { kind: 'string', type: UNTYPED_STRING, value: texts[name] ?? '' }
  if (importPath === 'math' && name === 'Pi') return { kind: 'float', type: UNTYPED_FLOAT, value: Math.PI }
  if (importPath === 'net' && /^IPv[46](zero|loopback)$/.test(name)) return addressOf(name)
  return undefined
}

function typeOfInteger(importPath: string): GoType {
  const isHandling = importPath === 'flag' || importPath === 'github.com/spf13/pflag'
  return (isHandling ? standardType(importPath, 'ErrorHandling') : undefined) ?? UNTYPED_INT
}

function addressOf(name: string): Value {
  const bytes = name === 'IPv4zero' ? [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0] : Array.from({ length: 16 }, (_, index) => (name === 'IPv6loopback' && index === 15 ? 1 : 0))
  const byte = basic('uint8')
  const cells = bytes.map((value) => ({ type: byte, state: { value: { kind: 'int' as const, type: byte, value: BigInt(value) }, at: undefined, trail: undefined, before: undefined } }))
  return { kind: 'slice', type: standardType('net', 'IP') ?? basic('net.IP'), cells }
}
