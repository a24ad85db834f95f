import { describe, expect, it } from 'vitest'
import { readGoMod } from '../../src/source/index.ts'

describe('readGoMod', () => {
  it('reads single directives and factored blocks, past comments', () => {
    const text = [
      '// This is a generated file. module not/this',
      'module example.org/big // the main module',
      '',
      'go 1.20',
      'require (',
      '\texample.org/dep v1.2.3 // indirect',
      ')',
      'replace example.org/one => ./staging/src/example.org/one',
      'replace (',
      '\texample.org/two v1.0.0 => example.org/fork v1.0.1',
      '\t"example.org/three" => `../three`',
      '\t// example.org/four => ./four',
      ')',
    ].join('\r\n')
    expect(readGoMod(text)).toEqual({
      module: 'example.org/big',
      goVersion: '1.20',
      requires: [{ path: 'example.org/dep', version: 'v1.2.3' }],
      replaces: [
        { path: 'example.org/one', version: undefined, target: './staging/src/example.org/one', targetVersion: undefined, local: true },
        { path: 'example.org/two', version: 'v1.0.0', target: 'example.org/fork', targetVersion: 'v1.0.1', local: false },
        { path: 'example.org/three', version: undefined, target: '../three', targetVersion: undefined, local: true },
      ],
    })
  })

  it('accepts a quoted module path, a byte order mark and a module block', () => {
    expect(readGoMod('\uFEFFmodule "example.org/q"').module).toBe('example.org/q')
    expect(readGoMod('module (\n  example.org/b\n)\n').module).toBe('example.org/b')
  })

  it('passes over what it cannot read', () => {
    expect(readGoMod('replace nothing\nreplace =>\n???\n')).toEqual({ module: undefined, goVersion: undefined, requires: [], replaces: [] })
  })
})
