import { decodeValue, type EtcdValue } from './decode-value.ts'
import { hexDump } from './hex-dump.ts'
import type { EtcdEntry } from './read-dump.ts'

/** What the pane says, and the button that closes it. */
interface ValueOptions {
  readonly words: Readonly<Record<string, string>>
  readonly close: HTMLElement
}

/** Shows a key's value: what it is, what is in it as far as that is known, and its bytes. */
export function showValue(pane: HTMLElement, entry: EtcdEntry, { words, close }: ValueOptions): void {
  const say = (key: string): string => words[`wm.etcd.${key}`] ?? ''
  const value = decodeValue(entry.value)
  const heading = element('h2', entry.key)
  heading.translate = false
  const facts = element('dl')
  for (const [name, fact] of [
    [say('type'), typeOf(value)],
    [say('stored'), say(value.kind)],
    [say('size'), `${entry.value.length} ${say('bytesUnit')}`],
    [say('revisions'), `${entry.created} / ${entry.modified} / ${entry.version}`],
  ]) {
    if (fact !== undefined && fact !== '') facts.append(pair(name ?? '', fact))
  }
  const head = element('header')
  head.append(heading, close)
  pane.replaceChildren(head, facts)
  const object = value.kind === 'protobuf' || value.kind === 'json' ? value.object : undefined
  if (object !== undefined) {
    pane.append(block(say('object'), JSON.stringify(object, undefined, 2)))
    if (value.kind === 'protobuf') pane.append(element('p', say(value.known ? 'partly' : 'unknownKind')))
  }
  const bytes = document.createElement('details')
  bytes.open = object === undefined
  bytes.append(element('summary', say('bytesTitle')), block(say('bytesTitle'), hexDump(entry.value)))
  pane.append(bytes)
  pane.hidden = false
  pane.scrollTop = 0
}

function typeOf(value: EtcdValue): string {
  if (value.kind === 'encrypted') return value.provider
  return value.kind === 'bytes' ? '' : `${value.apiVersion} ${value.objectKind}`.trim()
}

function block(label: string, text: string): HTMLElement {
  const pre = element('pre', text)
  pre.tabIndex = 0
  pre.setAttribute('role', 'group')
  pre.setAttribute('aria-label', label)
  pre.translate = false
  return pre
}

function pair(name: string, fact: string): HTMLElement {
  const both = element('div')
  both.append(element('dt', name), element('dd', fact))
  return both
}

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}
