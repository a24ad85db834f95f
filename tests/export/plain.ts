import { pageContexts, readPlainChapter, type PlainChapter } from '../../src/markdown/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import type { Book } from '../../src/walkthrough/index.ts'
import { config } from '../markdown/kettle.ts'

/** A chapter that has one of everything a walkthrough can hold. */
export const CHAPTER = `---
title: Boiling
description: How water gets hot.
---

First comes :sym[app.Check]{as="Check"}, told by :flag[--degrees] & <b>care</b>; see [the next](../next/) and [Go](https://go.dev/).

::::go{symbol="app.Check"}
:::note{at="o.Degrees > 100"}
Water has a limit.
:::
:::note{at="return nil"}
Everything is *fine*.
:::
::::

## The way

::trail{from="main.main" to="app.Boil"}

:::tip[Mind the steam]
It is hot.
:::

\`\`\`sh
echo '</pre>'
\`\`\`
`

/** The chapter as exports see it, and what was wrong with it. */
export function plain(book: Book, text = CHAPTER): { chapter: PlainChapter; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const context = pageContexts({ config, books: new Map([['kettle', book]]), writing: false, report: (found) => diagnostics.push(...found) })('content/docs/kettle/walk.md')
  if (context === undefined) throw new Error('no page')
  return { chapter: readPlainChapter(text, 'walk', context), diagnostics }
}
