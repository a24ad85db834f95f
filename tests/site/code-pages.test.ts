import { describe, expect, it } from 'vitest'
import { findSymbols } from '../../src/site/declarations/search/find-symbols.ts'
import { stampPage } from '../../src/site/declarations/stamp-page.ts'
import { codeTokens } from '../../src/site/declarations/code-tokens.ts'
import type { WalkthroughSymbols } from '../../src/site/declarations/symbol-index.ts'

const symbols: WalkthroughSymbols[] = [
  { id: 'other', packages: [['app', 'o/app', 'app/']], symbols: [['Complete', 0, 0, 'app/Complete/']] },
  {
    id: 'big',
    packages: [
      ['app', 'b/app', 'app/'],
      ['options', 'b/options', 'options/'],
    ],
    symbols: [
      ['CompletedConfig', 0, 2, 'app/CompletedConfig/'],
      ['Complete', 0, 0, 'app/Complete/'],
      ['ServerRunOptions.Validate', 1, 1, 'options/ServerRunOptions.Validate/'],
      ['ServerRunOptions.Complete', 1, 1, 'options/ServerRunOptions.Complete/'],
      ['notComplete', 1, 6, 'options/notComplete/'],
    ],
  },
]
const names = (typed: string): string[] => findSymbols(symbols, typed, 9, 'big').map(({ walkthrough, name }) => `${walkthrough}:${name}`)

describe('the search for declarations', () => {
  it('offers the whole name first, of the walkthrough at hand before others', () => {
    expect(names('Complete')).toEqual(['big:Complete', 'other:Complete', 'big:ServerRunOptions.Complete', 'big:CompletedConfig', 'big:notComplete'])
    expect(names('complete')[0]).toBe('big:Complete')
  })
  it('knows names with their type or package', () => {
    expect(names('ServerRunOptions.Validate')).toEqual(['big:ServerRunOptions.Validate'])
    expect(names('options.ServerRunOptions.V')).toEqual(['big:ServerRunOptions.Validate'])
    expect(names('app.Complete').slice(0, 2)).toEqual(['big:Complete', 'other:Complete'])
    expect(names('validate()')).toEqual(['big:ServerRunOptions.Validate'])
  })
  it('has nothing to say to prose', () => {
    expect([...names('how a server starts'), ...names('c'), ...names(' '), ...names('[x')]).toEqual([])
  })
})

describe('a page about code', () => {
  const template = `<title>${codeTokens.title} | W</title><meta content="${codeTokens.description}"><a href="/zh-cn/w/code/">中文</a><a href="/w/main/">m</a><main><div id="${codeTokens.body}"></div></main>`

  it('is a copy of the one page with its own words and its own address', () => {
    const page = stampPage(template, 'w/code/', { path: 'app/F/', title: '<F> & "$&"', description: "it's", body: '<p>$& w/code/"</p>' })
    expect(page).toBe('<title>&lt;F&gt; &amp; &quot;$&amp;&quot; | W</title><meta content="it&#39;s"><a href="/zh-cn/w/code/app/F/">中文</a><a href="/w/main/">m</a><main><p>$& w/code/"</p></main>')
  })
  it('keeps the menu, which says that the reader is further down', () => {
    const listed = '<a href="/w/code/" aria-current="page">all</a><a href="/zh-cn/w/code/">中文</a>'
    const of = (path: string): string => stampPage(`${listed}<div id="${codeTokens.body}"></div>`, 'w/code/', { path, title: '', description: '', body: '' })
    expect(of('app/F/')).toBe('<a href="/w/code/" aria-current="true">all</a><a href="/zh-cn/w/code/app/F/">中文</a>')
    expect(of('')).toBe(listed)
  })
  it('is not made from a page without a place for it', () => {
    expect(() => stampPage('<main></main>', 'w/code/', { path: '', title: '', description: '', body: '' })).toThrow(TypeError)
  })
})
