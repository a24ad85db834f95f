import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { openParser } from '../../src/golang/index.ts'
import { condensePart } from '../../src/golang/resolve/condense-part.ts'
import { readPart } from '../../src/golang/resolve/read-syntax.ts'
import { scanOutline } from '../../src/golang/resolve/scan-outline.ts'
import { WITHOUT_FIELDS } from '../../src/golang/resolve/syntax.ts'

const outline = (text: string): string[] | undefined =>
  scanOutline(text, 0)?.map(({ kind, owner, names }) => `${kind} ${owner === undefined ? '' : `${owner}.`}${names.map((name) => name.text).join(' ')}`)

test('finds every name a file declares, in whatever form', () => {
  const text = [
    'package a // why',
    'import "fmt"; import ( . "os" ; _ "net" )',
    'type A struct{ x int }; type B = A',
    'type (\n\tC /* { */ func(\n\t\tint,\n\t)\n\tD[K comparable, V any] map[K]V\n\tE interface {\n\t\tm()\n\t}\n)',
    'const one, two = "}", `\n{` // (',
    'const (\n\tX T = iota // 0\n\tY\n\t/* ) */ Z, ZZ\n)',
    'var v,\n\tw = f(func() { return }), 1 +\n\t2',
    'var m = map[rune]struct{ a int }{\n\t\'{\': {1},\n}',
    'func f[T any](a, b int) (x struct{}, err error) { if a { } }',
    'func outside(x int) int\nfunc (A) method() {}',
    'func (r *D[K, V] /* ] */) pointed() interface{ m() } {\n\treturn nil\n}',
    'func (_ *(A)) wrapped() {}',
    'var ünï = 1',
  ].join('\n')
  expect(outline(text)).toEqual([
    'import ',
    'import ',
    'type A',
    'type B',
    'type C D E',
    'const one two',
    'const X Y Z ZZ',
    'var v w',
    'var m',
    'func f',
    'func outside',
    'func A.method',
    'func D.pointed',
    'func A.wrapped',
    'var ünï',
  ])
})

test.each(['func f( {}', 'func f() {', 'var x = "', 'x := 1', 'type T struct {}}', 'const (', 'func () f() {}', '`'])(
  'leaves to the parser what does not add up: %s',
  (code) => expect(outline(`package a\n\n${code}`)).toBeUndefined(),
)

test('parses a declaration without what no other needs, at its own offsets', async () => {
  const text = 'package a\n\n// T.\ntype T struct {\n\t// é\n\ta, b int /* c */ `json:"x"`\n}\n\nvar v = map[string]struct{ k int }{ "x": { y } }\n\nfunc (t *T) m(f func() struct{ z int }) struct{} { return w }\n'
  const parser = await openParser()
  const parts = scanOutline(text, 0) ?? []
  expect(parts.map((part) => condensePart(text, part).text)).toEqual([
    'type T struct {\n\t \n\ta, b int   `json:"x"`\n}',
    'var v = map[string]struct{ k int }{}',
    'func (t *T) m(f func() struct{ z int }) struct{} {}',
  ])
  for (const part of parts) {
    const { syntax, identifiers, broken } = readPart({ text }, part, parser)
    expect(broken).toBe(false)
    for (const name of identifiers) expect(text.slice(name.start, name.end)).toBe(name.text)
    expect([syntax.start, syntax.kids[0]?.end]).toEqual([part.start, part.end])
  }
})

test('asks for no field only where the grammar has none', () => {
  const grammar = createRequire(import.meta.url)('tree-sitter-go/src/node-types.json') as { type: string; named: boolean; fields?: object }[]
  const fieldsOf = new Map(grammar.filter(({ named }) => named).map(({ type, fields }) => [type, Object.keys(fields ?? {})]))
  for (const type of WITHOUT_FIELDS) expect([type, fieldsOf.get(type)]).toEqual([type, []])
})
