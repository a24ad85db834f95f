import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Placement } from './place-notes.ts'
import { lineId } from './render-line.ts'
import type { ExcerptStrings } from './strings.ts'

/** A note: its number, which leads back to the line, its text, and a word on its binding where there is one to say. */
export function renderNote(placement: Placement, excerptId: string, strings: ExcerptStrings): Element {
  const { note, body, line, push, roomyPush } = placement
  return h(
    'div',
    {
      class: 'wm-note',
      id: note.id,
      role: 'note',
      ariaLabel: strings.note(note.number),
      tabIndex: -1,
      dataNote: String(note.number),
      ...(push + roomyPush > 0 ? { style: `--push:${push};--roomy-push:${roomyPush}` } : {}),
    },
    [
      line === undefined
        ? h('span', { class: 'wm-number', dataPagefindIgnore: true }, String(note.number))
        : h(
            'a',
            { class: 'wm-number', dataPagefindIgnore: true, href: `#${lineId(excerptId, line)}`, ariaLabel: strings.noteToLine(note.number, line) },
            String(note.number),
          ),
      h('div', { class: 'wm-note-body' }, [...body, ...remarks(placement, strings)]),
    ],
  )
}

/** What has to be said about a note's binding: it wasn't found, or the code has changed. */
export function remarks({ note }: Placement, strings: ExcerptStrings): ElementContent[] {
  if (note.range === undefined) return [h('p', { class: 'wm-remark wm-remark-unresolved' }, strings.unresolved)]
  if (!note.changed) return []
  const url = note.url
  return [
    h('p', { class: 'wm-remark' }, [
      strings.changed,
      ...(url === undefined ? [] : [' ', h('a', { href: url }, strings.atLines(note.range.startLine, note.range.endLine))]),
    ]),
  ]
}
