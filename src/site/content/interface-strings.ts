import { z } from 'astro/zod'

/** Keys of the interface strings that this project adds to Starlight's; `{{name}}` is filled in by whoever uses one. */
export const interfaceStringKeys = [
  'wm.menu.chapters',
  'wm.header.pinned',
  'wm.header.keys',
  'wm.theme.toggle',
  'wm.trail.label',
  'wm.trail.position',
  'wm.trail.positions',
  'wm.trail.before',
  'wm.trail.previous',
  'wm.trail.next',
  'wm.sidebar.onThisPage',
  'wm.source.other',
  'wm.footer.code',
  'wm.footer.codeHere',
  'wm.home.lead',
  'wm.home.start',
  'wm.home.facts',
  'wm.home.path',
  'wm.home.through',
  'wm.home.calledAt',
  'wm.home.asideText',
  'wm.home.asideOpen',
  'wm.keys.title',
  'wm.keys.next',
  'wm.keys.previous',
  'wm.keys.noteNext',
  'wm.keys.notePrevious',
  'wm.keys.search',
  'wm.keys.help',
  'wm.keys.close',
  'wm.notFound.title',
  'wm.notFound.text',
  'wm.notFound.home',
] as const

export type InterfaceStringKey = (typeof interfaceStringKeys)[number]

/** Schema of our strings for the `i18n` collection. Optional there: the second language falls back to the first. */
export const interfaceStrings = z.object(
  Object.fromEntries(interfaceStringKeys.map((key) => [key, z.string().optional()])),
)
