import type { ContainerDirective } from 'mdast-util-directive'
import type { ExcerptView } from '../../walkthrough/index.ts'
import type { NumberedNotes } from '../../walkthrough/view-excerpt.ts'
import { isUnwritten } from './read-excerpt.ts'

/** An excerpt's view with the notes of its directive in the same order. */
export interface WrittenNotes {
  readonly view: ExcerptView
  readonly nodes: readonly (ContainerDirective | undefined)[]
}

/** Leaves out the notes that nobody has written yet, and numbers the others anew: a reader meets no empty note. */
export function writtenNotes(resolved: NumberedNotes & { readonly view: ExcerptView }, noteNodes: readonly ContainerDirective[]): WrittenNotes {
  const all = resolved.view.notes.map((note, at) => ({ note, node: noteNodes[resolved.order[at] ?? -1] }))
  const written = all.filter(({ node }) => node === undefined || !isUnwritten(node))
  const notes = written.map(({ note }, at) => ({ ...note, number: at + 1 }))
  return { view: { ...resolved.view, notes }, nodes: written.map(({ node }) => node) }
}
