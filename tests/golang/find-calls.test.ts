import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCalls, openIndex, type GoIndex } from '../../src/golang/index.ts'
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
}

describe('call sites', () => {
  const tree = treeOnDisk(files)
  let index: GoIndex
  beforeAll(async () => {
    index = await openIndex(tree, { packages: ['...'] })
  })
  afterAll(() => tree.remove())

  const calls = async (from: string, to: string): Promise<string[]> => {
    const [caller] = index.bySymbol(`example.org/m/${from}`)
    const [callee] = index.bySymbol(`example.org/m/${to}`)
    if (caller === undefined || callee === undefined) throw new Error(`no ${from} or ${to}`)
    return (await findCalls(index, caller, callee)).map(
      ({ line, column, status, through }) => `${line}:${column} ${status}${through === undefined ? '' : ` in ${through}`}`,
    )
  }

  it('sees through imports with another name', async () => {
    expect(await calls('app.Command', 'options.New')).toEqual(['14:7 resolved'])
  })

  it('names the closure a call stands in', async () => {
    expect(await calls('app.Command', 'app.complete')).toEqual(['17:17 resolved in RunE'])
  })

  it('follows results and embedding to a promoted method', async () => {
    expect(await calls('app.Command', 'options.Options.Validate')).toEqual(['18:15 resolved in RunE'])
    expect(await calls('app.Fields', 'options.Inner.Promoted')).toEqual(['34:2 resolved'])
    expect(await calls('app.Fields', 'options.Options.Validate')).toEqual(['39:2 resolved'])
  })

  it('follows fields, variables and literals; what needs more than that is a candidate', async () => {
    expect(await calls('app.Fields', 'options.Extra.Do')).toEqual(['35:2 resolved', '37:2 resolved', '38:2 resolved', '41:3 candidate'])
    expect(await calls('app.Fields', 'app.stranger.Do')).toEqual(['41:3 candidate', '44:3 resolved'])
  })

  it('is not fooled by names that are shadowed', async () => {
    expect(await calls('app.Shadow', 'options.Helper')).toEqual([])
    expect(await calls('app.Shadow', 'options.Options.Validate')).toEqual(['29:2 candidate'])
    expect(await calls('app.Fields', 'options.New')).toEqual(['39:2 resolved'])
  })
})
