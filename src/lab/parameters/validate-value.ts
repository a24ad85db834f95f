import type { ParameterConfig } from '../../config/index.ts'
import { refusals } from './refusals.ts'

/** Longest name a certificate's common name can hold (RFC 5280, `ub-common-name`). */
const LONGEST_NAME = 64

/**
 * Why this parameter cannot have this value, in one sentence of the given language; undefined when it can.
 *
 * Whatever is accepted can be written into every command: quoting is never a reason to refuse.
 */
export function validateValue(parameter: ParameterConfig, value: string, languageTag: string): string | undefined {
  const say = refusals(languageTag)
  if (value === '') return say.empty
  // Terminals act on control characters, and files of one setting a line end at a line break.
  if (/\p{Cc}/u.test(value)) return say.control
  if (value !== value.trim()) return say.blank
  const refused = refuseByType(parameter.type, value)
  if (refused !== undefined) return say[refused]
  const reason = parameter.refuse.find(({ pattern }) => new RegExp(pattern, 'u').test(value))?.reason
  return reason === undefined ? undefined : (reason[languageTag] ?? reason.en)
}

type Refusal = Exclude<keyof ReturnType<typeof refusals>, 'empty' | 'control' | 'blank'>

function refuseByType(type: ParameterConfig['type'], value: string): Refusal | undefined {
  switch (type) {
    case 'path':
      return refusePath(value)
    case 'port':
      return /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535 ? undefined : 'port'
    case 'ip':
      return isIp(value) ? undefined : 'ip'
    case 'url':
      return isUrl(value, /^https?:$/) ? undefined : 'url'
    case 'location':
      if (isUrl(value, /^(?:https?|ssh|git|file):$/)) return undefined
      return refusePath(value) === undefined ? undefined : 'location'
    case 'name':
      if (value.startsWith('-')) return 'dash'
      if (value.includes('/') || value === '.' || value === '..') return 'slash'
      return new TextEncoder().encode(value).length > LONGEST_NAME ? 'long' : undefined
    case 'version':
      return /^v?\d+\.\d+(?:\.\d+)?(?:[-+][0-9A-Za-z.-]+)?$/.test(value) ? undefined : 'version'
    case 'text':
      return value.startsWith('-') ? 'dash' : undefined
  }
}

/** A folder that is itself a home or a root must never be the lab's: cleaning up would empty it. */
function refusePath(value: string): 'path' | 'whole' | 'dots' | undefined {
  if (!/^(?:\/|~\/|\$HOME\/)/.test(value) && !/^(?:~|\$HOME)$/.test(value)) return 'path'
  if (value.split('/').some((part) => part === '..' || part === '.')) return 'dots'
  return value.replace(/^(?:~|\$HOME)/, '').replaceAll('/', '') === '' ? 'whole' : undefined
}

function isIp(value: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return value.split('.').every((part) => Number(part) <= 255 && String(Number(part)) === part)
  return /^[0-9a-f:.]+$/i.test(value) && value.includes(':') && URL.canParse(`http://[${value}]/`)
}

function isUrl(value: string, schemes: RegExp): boolean {
  if (/[\s"'<>\\^`{|}]/.test(value) || !/^[a-z]+:\/\//.test(value) || !URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return schemes.test(protocol) && (hostname !== '' || protocol === 'file:')
}
