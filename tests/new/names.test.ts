import { describe, expect, it } from 'vitest'
import { chooseAliases, linesUrlOf, nameOf, readLicense } from '../../src/scaffold/index.ts'

describe('a project is named after its repository', () => {
  it.each([
    ['https://github.com/go-chi/chi.git', 'chi'],
    ['git@host.example:Owner/Go_Kit.git', 'go-kit'],
    ['file:///srv/repos/x.y/', 'x-y'],
    ['C:\\code\\Thing', 'thing'],
    ['https://host.example/', 'host-example'],
    ['///', 'walkthrough'],
  ])('%s', (repository, name) => expect(nameOf(repository)).toBe(name))
})

describe('lines of code have an address where the host is known', () => {
  it.each([
    ['https://github.com/a/b.git', 'https://github.com/a/b/blob/{commit}/{path}#L{start}-L{end}'],
    ['git@gitlab.com:group/sub/b.git', 'https://gitlab.com/group/sub/b/-/blob/{commit}/{path}#L{start}-{end}'],
    ['ssh://git@codeberg.org/a/b', 'https://codeberg.org/a/b/src/commit/{commit}/{path}#L{start}-L{end}'],
    ['https://user:secret@bitbucket.org/a/b', 'https://bitbucket.org/a/b/src/{commit}/{path}#lines-{start}:{end}'],
    ['https://go.googlesource.com/go', 'https://go.googlesource.com/go/+/{commit}/{path}#{start}'],
    ['https://git.example.org/a/b', undefined],
    ['file:///srv/a', undefined],
    ['/srv/github.com/a', undefined],
  ])('%s', (repository, template) => expect(linesUrlOf(repository)).toBe(template))
})

describe('a licence', () => {
  it.each([
    ['MIT License\n\nCopyright (c) 2019-present Some Body\n\nPermission is hereby granted, free of charge, to', { name: 'MIT License', holder: 'Some Body' }],
    ['// Copyright 2009 The Go Authors. All rights reserved.\n\nRedistributions of source code must retain\n   * Neither the name of', { name: 'BSD 3-Clause License', holder: 'The Go Authors' }],
    ['   Apache License\n   Version 2.0\n\n copyright notice that is included in or attached to the work\n\n   Copyright [yyyy] [name of copyright owner]', { name: 'Apache License 2.0', holder: 'the authors of x' }],
    ['Do what you like.', { name: 'the licence of its repository', holder: 'the authors of x' }],
    [undefined, { name: 'the licence of its repository', holder: 'the authors of x' }],
  ])('is named by its text, and its holder only where it says one', (text, expected) => expect(readLicense(text, 'x')).toEqual(expected))
})

it('packages that are named alike are told apart by the folders above them', () => {
  const packages = ['a/api/v1', 'b/api/v1', 'v1', 'b/api/v1', 'c/v1', 'c/x/v1'].map((importPath) => ({ importPath, name: 'v1' }))
  expect(chooseAliases(packages)).toEqual({ v1: 'a/api/v1', apiv1: 'b/api/v1', v12: 'v1', cv1: 'c/v1', xv1: 'c/x/v1' })
})
