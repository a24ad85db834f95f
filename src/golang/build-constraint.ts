/** Systems and processors that a file name can name (`go/build`, syslist.go, Go 1.20 to 1.24). */
const SYSTEMS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(' '),
)
const PROCESSORS = new Set(
  ('386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le ' +
    'riscv riscv64 s390 s390x sparc sparc64 wasm').split(' '),
)

/**
 * The build constraint of a file as one `//go:build` expression: what its name implies and what its header says.
 * Undefined when it is always built.
 *
 * `header` is the text before the package clause. `// +build` lines count only where there is no `//go:build` line, and
 * only when a blank line follows them, as in Go ("Build Constraints" in `go help buildconstraint`).
 */
export function buildConstraint(fileName: string, header: string): string | undefined {
  const parts = [...fromName(fileName)]
  const written = fromGoBuild(header) ?? fromPlusBuild(header)
  if (written !== undefined) parts.push(written)
  if (parts.length === 0) return undefined
  if (parts.length === 1) return parts[0]
  return parts.map((part) => (part.includes('||') ? `(${part})` : part)).join(' && ')
}

function fromName(fileName: string): string[] {
  // Only what stands before the first dot counts: `a.b_windows.go` is built everywhere.
  const stem = fileName.replace(/\..*$/, '').replace(/_test$/, '')
  // What stands before the first underscore is never a constraint: `linux.go` is built everywhere.
  const words = stem.split('_').slice(1)
  const last = words.at(-1)
  if (last === undefined) return []
  const before = words.at(-2)
  if (PROCESSORS.has(last)) return before !== undefined && SYSTEMS.has(before) ? [before, last] : [last]
  return SYSTEMS.has(last) ? [last] : []
}

function fromGoBuild(header: string): string | undefined {
  return /^\/\/go:build[ \t]+(\S.*?)[ \t\r]*$/m.exec(header)?.[1]
}

function fromPlusBuild(header: string): string | undefined {
  const end = Math.max(header.lastIndexOf('\n\n'), header.lastIndexOf('\n\r\n'))
  if (end === -1) return undefined
  const lines = [...header.slice(0, end + 1).matchAll(/^\/\/[ \t]*\+build[ \t]+(.*?)[ \t\r]*$/gm)].map(([, words = '']) =>
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => word.split(',').join(' && '))
      .map((word, _index, all) => (all.length > 1 && word.includes('&&') ? `(${word})` : word))
      .join(' || '),
  )
  if (lines.length === 0) return undefined
  return lines.length === 1 ? lines[0] : lines.map((line) => (line.includes('||') ? `(${line})` : line)).join(' && ')
}
