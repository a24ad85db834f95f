import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'

/** An XML document with its declaration. Control characters that XML cannot hold become U+FFFD. */
export function xmlText(root: Element, html: boolean): string {
  const head = `<?xml version="1.0" encoding="utf-8"?>\n${html ? '<!DOCTYPE html>\n' : ''}`
  return head + toXml(root, { closeEmptyElements: true }).replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd') + '\n'
}
