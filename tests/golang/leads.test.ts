import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCalls, type Calls } from '../../src/golang/calls/index.ts'
import { openIndex, type Declaration, type GoIndex } from '../../src/golang/index.ts'
import { treeOnDisk } from './in-memory-tree.ts'

const files = {
  'go.mod': 'module example.org/m\n',
  'options/options.go': `package options

type Options struct{ Inner }
type Inner struct{ Extra *Extra }
type Extra struct{}

func New() *Options { return &Options{} }
func (o *Options) Validate() []error { return nil }
func (Inner) Promoted() {}
func (*Extra) Do() {}
func Helper() {}
func Each[T any](list []T, do func(T)) {}
`,
  'app/app.go': `package app

import (
	opts "example.org/m/options"
	"example.org/unknown"
)

type command struct{ RunE func() error }
type completed struct{ *opts.Options }

func complete(s *opts.Options) (completed, error) { return completed{s}, nil }

func Command() *command {
	s := opts.New()
	return &command{
		RunE: func() error {
			done, err := complete(s)
			if errs := done.Validate(); len(errs) != 0 {
				return errs[0]
			}
			return err
		},
	}
}

func Shadow(Helper func()) {
	opts := unknown.Thing()
	opts.Helper()
	opts.Validate()
	Helper()
}

func Fields(o opts.Options) {
	o.Promoted()
	o.Extra.Do()
	var e opts.Extra
	e.Do()
	(&opts.Extra{}).Do()
	opts.New().Validate()
	for _, x := range []opts.Extra{} {
		x.Do()
	}
	if e := other(); true {
		e.Do()
	}
	o.New()
}

type stranger struct{}

func (stranger) Do() {}
func other() stranger { return stranger{} }
`,
  'app/handed.go': `package app

import "example.org/m/options"

type server struct{ o *options.Options }

func (s *server) run() error {
	s.check()
	return nil
}
func (s *server) check() { s.o.Validate() }

func Literal(s *server) *command { return &command{RunE: s.run} }

func Assigned(s *server) *command {
	c := &command{}
	if c.RunE == nil {
		c.RunE = s.run
	}
	return c
}

func Closure(s *server) *command {
	c := &command{}
	c.RunE = func() error {
		defer s.check()
		return nil
	}
	return c
}

func Argument(s *server) {
	register("run", s.run)
	options.Each([]int{1}, func(int) { s.check() })
	options.Each[int](nil, nil)
}
func register(string, func() error) {}

func Wrapped(s *server) *command { return &command{RunE: retry(s.run)} }
func retry(f func() error) func() error { return f }

func Returned(s *server) func() error { return s.run }

func Expression(s *server) { (*server).check(s) }

var Package = func() { options.Helper() }

func Dynamic(c *command) { _ = c.RunE() }

func Begin(s *server) { Dynamic(Literal(s)) }
`,
  'app/through.go': `package app

import "example.org/m/options"

type doer interface{ Do() }

func Abstract(d doer) { d.Do() }

func Both(d doer, e *options.Extra) {
	d.Do()
	e.Do()
}

func Recursive(n int) {
	if n > 0 {
		Recursive(n - 1)
	}
}
`,
  'twins/twins.go': `package twins

import "example.org/m/options"

func Start() { step() }
func step()  { options.Helper() }
`,
  'twins/generate.go': `//go:build ignore

package main

import "example.org/m/options"

func main() { step() }
func step() { options.New() }
`,
}

describe('leads from function to function', () => {
  const tree = treeOnDisk(files)
  let index: GoIndex
  let calls: Calls
  beforeAll(async () => {
    index = await openIndex(tree, { packages: ['...'] })
    calls = openCalls(index)
  })
  afterAll(() => tree.remove())

  const declared = (name: string): Declaration => {
    const [declaration] = index.bySymbol(`example.org/m/${name}`)
    if (declaration === undefined) throw new Error(`no ${name}`)
    return declaration
  }
  const leads = async (from: string, to: string): Promise<string[]> =>
    (await calls.leads(declared(from), declared(to))).map(({ file, line, column, status, how, through, via }) =>
      [
        `${file === declared(from).file ? '' : file}${line}:${column}`,
        how === 'call' ? status : `${status} ${how}`,
        ...(through === undefined ? [] : [`in ${through}`]),
        ...(via === undefined ? [] : [`by way of ${via.replace('example.org/m/', '')}`]),
      ].join(' '),
    )

  it('sees through imports with another name', async () => {
    expect(await leads('app.Command', 'options.New')).toEqual(['14:7 resolved'])
  })

  it('names the closure a call stands in', async () => {
    expect(await leads('app.Command', 'app.complete')).toEqual(['17:17 resolved in RunE'])
    expect(await leads('app.Closure', 'app.server.check')).toEqual(['26:9 resolved in RunE'])
    expect(await leads('app.Argument', 'app.server.check')).toEqual(['34:37 resolved in Each'])
  })

  it('follows results and embedding to a promoted method', async () => {
    expect(await leads('app.Command', 'options.Options.Validate')).toEqual(['18:15 resolved in RunE'])
    expect(await leads('app.Fields', 'options.Inner.Promoted')).toEqual(['34:2 resolved'])
    expect(await leads('app.Fields', 'options.Options.Validate')).toEqual(['39:2 resolved'])
  })

  it('tells functions of one symbol apart by where they are', async () => {
    const steps = ['twins.go', 'generate.go'].map((name) => index.bySymbol('example.org/m/twins.step').find(({ file }) => file === `twins/${name}`))
    const from = async (caller: string): Promise<(number | undefined)[]> =>
      Promise.all(steps.map(async (step) => (step === undefined ? undefined : (await calls.leads(declared(caller), step))[0]?.line)))
    expect(await from('twins.Start')).toEqual([5, undefined])
    expect(await from('twins.main')).toEqual([undefined, 7])
    expect(await leads('twins.Start', 'options.Helper')).toEqual(['6:16 resolved by way of twins.step'])
    expect(await leads('twins.main', 'options.Helper')).toEqual([])
    expect(await leads('twins.main', 'options.New')).toEqual(['8:15 resolved by way of twins.step'])
  })

  it('follows fields, variables, ranges and literals', async () => {
    expect(await leads('app.Fields', 'options.Extra.Do')).toEqual(['35:2 resolved', '37:2 resolved', '38:2 resolved', '41:3 resolved'])
    expect(await leads('app.Fields', 'app.stranger.Do')).toEqual(['44:3 resolved'])
  })

  it('sees method expressions, functions with type arguments, and variables that hold a function', async () => {
    expect(await leads('app.Expression', 'app.server.check')).toEqual(['44:30 resolved'])
    expect(await leads('app.Argument', 'options.Each')).toEqual(['34:2 resolved', '35:2 resolved'])
    expect(await leads('app.Package', 'options.Helper')).toEqual(['46:24 resolved'])
    expect(await leads('app.Recursive', 'app.Recursive')).toEqual(['16:3 resolved'])
  })

  it('is not fooled by names that are shadowed', async () => {
    expect(await leads('app.Shadow', 'options.Helper')).toEqual([])
    expect(await leads('app.Shadow', 'options.Options.Validate')).toEqual(['29:2 candidate'])
    expect(await leads('app.Fields', 'options.New')).toEqual(['39:2 resolved'])
  })

  it('tells a function that is handed over from one that is called', async () => {
    expect(await leads('app.Literal', 'app.server.run')).toEqual(['13:60 resolved value in RunE'])
    expect(await leads('app.Assigned', 'app.server.run')).toEqual(['18:14 resolved value in RunE'])
    expect(await leads('app.Argument', 'app.server.run')).toEqual(['33:20 resolved value in register'])
    expect(await leads('app.Wrapped', 'app.server.run')).toEqual(['39:66 resolved value in RunE'])
    expect(await leads('app.Returned', 'app.server.run')).toEqual(['42:50 resolved value'])
  })

  it('goes through one function in between: handed over, or called', async () => {
    expect(await leads('app.Literal', 'app.server.check')).toEqual(['8:2 resolved in RunE by way of app.server.run'])
    expect(await leads('app.Assigned', 'app.server.check')).toEqual(['8:2 resolved in RunE by way of app.server.run'])
    expect(await leads('app.Closure', 'options.Options.Validate')).toEqual(['11:28 resolved in RunE by way of app.server.check'])
    expect(await leads('app.Begin', 'app.server.run')).toEqual([])
  })

  it('calls nothing proven that only runs through a field or an interface', async () => {
    expect(await leads('app.Dynamic', 'app.server.run')).toEqual([])
    expect(await leads('app.Abstract', 'options.Extra.Do')).toEqual(['7:25 candidate'])
    expect(await leads('app.Both', 'options.Extra.Do')).toEqual(['11:2 resolved'])
  })
})
