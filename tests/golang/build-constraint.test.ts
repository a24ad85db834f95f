import { describe, expect, it } from 'vitest'
import { buildConstraint } from '../../src/golang/build-constraint.ts'
import { holdsOnLinux } from '../../src/golang/index.ts'

describe('build constraints', () => {
  it.each([
    ['a.go', '', undefined],
    ['linux.go', '', undefined],
    ['a_linux.go', '', 'linux'],
    ['a_arm64.go', '', 'arm64'],
    ['a_windows_amd64.go', '', 'windows && amd64'],
    ['a_linux_test.go', '', 'linux'],
    ['a.b_windows.go', '', undefined],
    ['a_windows.b.go', '', 'windows'],
    ['a.go', '//go:build linux && !cgo\n\n', 'linux && !cgo'],
    ['a_linux.go', '//go:build a || b\n\n', 'linux && (a || b)'],
    ['a.go', '// +build linux,386 darwin\n// +build !cgo\n\n', '((linux && 386) || darwin) && !cgo'],
    ['a.go', '// +build ignore\n', undefined],
    ['a.go', '//go:build new\n// +build old\n\n', 'new'],
  ])('%s with header %j', (name, header, expected) => {
    expect(buildConstraint(name, header)).toBe(expected)
  })

  it.each([
    [undefined, true],
    ['linux', true],
    ['!linux', false],
    ['windows || (amd64 && !cgo)', false],
    ['windows || (amd64 && cgo)', true],
    ['go1.18 && unix', true],
    ['goexperiment.regabiargs && !goexperiment.arenas', true],
    ['ignore', false],
  ])('%s holds on linux/amd64: %s', (constraint, expected) => {
    expect(holdsOnLinux(constraint)).toBe(expected)
  })
})
