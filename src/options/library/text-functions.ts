import type { Value } from '../machine/index.ts'
import { bool, integer, numberOf, strings, string, textOf, textsOf, type Known } from './native-table.ts'

const texts = (known: (...args: string[]) => Value): Known => ({ args }) => {
  const all = args.map(textOf)
  return all.every((text) => text !== undefined) ? known(...all) : undefined
}

const bytes = (text: string): number => new TextEncoder().encode(text).length
const offset = (text: string, index: number): Value => integer(index === -1 ? -1 : bytes(text.slice(0, index)))

function replaced(text: string, from: string, to: string, most: number): string {
  if (most < 0) return text.replaceAll(from, to)
  let rest = text
  let done = ''
  for (let count = 0; count < most && from !== ''; count++) {
    const at = rest.indexOf(from)
    if (at === -1) break
    done += rest.slice(0, at) + to
    rest = rest.slice(at + from.length)
  }
  return done + rest
}

function splitMost(text: string, by: string, most: number): string[] {
  const parts = by === '' ? Array.from(text) : text.split(by)
  if (most === 0) return []
  return most < 0 || parts.length <= most ? parts : [...parts.slice(0, most - 1), parts.slice(most - 1).join(by)]
}

function firstOf(text: string, set: string): number {
  for (let at = 0; at < text.length; at++) if (set.includes(text[at]!)) return at
  return -1
}

function trimSet(text: string, set: string, where: 'left' | 'right' | 'both'): string {
  let [start, end] = [0, text.length]
  if (where !== 'right') while (start < end && set.includes(text[start]!)) start++
  if (where !== 'left') while (end > start && set.includes(text[end - 1]!)) end--
  return text.slice(start, end)
}

/** Package strings, as far as it is pure; path and filepath on slashes. */
export const TEXT_FUNCTIONS: Readonly<Record<string, Known>> = {
  'strings.Join': ({ args: [list, by] }) => {
    const [all, separator] = [textsOf(list), textOf(by)]
    return all === undefined || separator === undefined ? undefined : string(all.join(separator))
  },
  'strings.Contains': texts((text = '', part = '') => bool(text.includes(part))),
  'strings.ContainsAny': texts((text = '', set = '') => bool(Array.from(set).some((letter) => text.includes(letter)))),
  'strings.HasPrefix': texts((text = '', part = '') => bool(text.startsWith(part))),
  'strings.HasSuffix': texts((text = '', part = '') => bool(text.endsWith(part))),
  'strings.EqualFold': texts((a = '', b = '') => bool(a.toLowerCase() === b.toLowerCase())),
  'strings.Index': texts((text = '', part = '') => offset(text, text.indexOf(part))),
  'strings.LastIndex': texts((text = '', part = '') => offset(text, text.lastIndexOf(part))),
  'strings.IndexAny': texts((text = '', set = '') => offset(text, firstOf(text, set))),
  'strings.Count': texts((text = '', part = '') => integer(part === '' ? Array.from(text).length + 1 : text.split(part).length - 1)),
  'strings.ToLower': texts((text = '') => string(text.toLowerCase())),
  'strings.ToUpper': texts((text = '') => string(text.toUpperCase())),
  'strings.Title': texts((text = '') => string(text.replace(/(^|\s)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()))),
  'strings.TrimSpace': texts((text = '') => string(text.trim())),
  'strings.Trim': texts((text = '', set = '') => string(trimSet(text, set, 'both'))),
  'strings.TrimLeft': texts((text = '', set = '') => string(trimSet(text, set, 'left'))),
  'strings.TrimRight': texts((text = '', set = '') => string(trimSet(text, set, 'right'))),
  'strings.TrimPrefix': texts((text = '', part = '') => string(text.startsWith(part) ? text.slice(part.length) : text)),
  'strings.TrimSuffix': texts((text = '', part = '') => string(part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text)),
  'strings.Split': texts((text = '', by = '') => strings(splitMost(text, by, -1))),
  'strings.Fields': texts((text = '') => strings(text.split(/\s+/).filter((word) => word !== ''))),
  'strings.SplitN': ({ args: [text, by, most] }) => {
    const [from, separator, count] = [textOf(text), textOf(by), numberOf(most)]
    return from === undefined || separator === undefined || count === undefined ? undefined : strings(splitMost(from, separator, count))
  },
  'strings.Repeat': ({ args: [text, count] }) => {
    const [from, times] = [textOf(text), numberOf(count)]
    return from === undefined || times === undefined || times < 0 || from.length * times > 100_000 ? undefined : string(from.repeat(times))
  },
  'strings.Replace': ({ args: [text, from, to, most] }) => {
    const [all, count] = [[text, from, to].map(textOf), numberOf(most)]
    return all.every((one) => one !== undefined) && count !== undefined ? string(replaced(all[0]!, all[1]!, all[2]!, count)) : undefined
  },
  'strings.ReplaceAll': texts((text = '', from = '', to = '') => string(text.replaceAll(from, to))),
  'path.Join': texts((...parts) => string(joined(parts))),
  'path/filepath.Join': texts((...parts) => string(joined(parts))),
  'path.Base': texts((path = '') => string(base(path))),
  'path/filepath.Base': texts((path = '') => string(base(path))),
  'path.Clean': texts((path = '') => string(cleaned(path))),
  'path/filepath.Clean': texts((path = '') => string(cleaned(path))),
  'path/filepath.IsAbs': texts((path = '') => bool(path.startsWith('/'))),
  'path.IsAbs': texts((path = '') => bool(path.startsWith('/'))),
}

function joined(parts: readonly string[]): string {
  const kept = parts.filter((part) => part !== '')
  return kept.length === 0 ? '' : cleaned(kept.join('/'))
}

function base(path: string): string {
  if (path === '') return '.'
  const plain = path.replace(/\/+$/, '')
  return plain === '' ? '/' : (plain.split('/').at(-1) ?? plain)
}

function cleaned(path: string): string {
  const rooted = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..' || (parts.length > 0 ? parts.at(-1) === '..' : !rooted)) parts.push(part)
    else parts.pop()
  }
  const body = parts.join('/')
  return rooted ? `/${body}` : body === '' ? '.' : body
}
