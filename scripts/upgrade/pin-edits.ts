import { relative } from 'node:path'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import type { Edit } from '../../src/upgrade/index.ts'
import type { OtherVersion } from './choose-version.ts'
import { blockOf, type ConfigFile } from './config-bindings.ts'

/** The edits that pin the walkthrough to the other version, the walkthrough as it is then, and what cannot be written. */
export interface PinEdits {
  readonly edits: readonly Edit[]
  readonly walkthrough: WalkthroughConfig
  readonly left: readonly string[]
}

/** Writes tag, commit and version where they are known, or the folder where it lies in the project; says what is left. */
export function pinEdits(main: ConfigFile, walkthrough: WalkthroughConfig, { pin, folder }: OtherVersion, projectRoot: string): PinEdits {
  const { source, version } = walkthrough
  const values: [string, string, string][] = []
  let pinned: WalkthroughConfig = walkthrough
  if ('folder' in source) {
    const path = folder === undefined ? '..' : relative(projectRoot, folder).replaceAll('\\', '/')
    if (path === '' || path.startsWith('..')) return { edits: [], walkthrough, left: ['The folder lies outside the project: copy it in, and set folder and version in walkthrough.config.ts.'] }
    values.push(['folder', source.folder, path])
    pinned = { ...walkthrough, source: { ...source, folder: path } }
  } else if (pin === undefined) {
    return { edits: [], walkthrough, left: ['A folder does not say which tag and commit it is: set version, tag and commit in walkthrough.config.ts.'] }
  } else {
    values.push(['tag', source.tag, pin.tag], ['commit', source.commit, pin.commit])
    if (version === source.tag) values.push(['version', version, pin.tag])
    pinned = { ...walkthrough, version: version === source.tag ? pin.tag : version, source: { ...source, ...pin } }
  }
  const [from, to] = blockOf(main.text, walkthrough.id)
  const edits: Edit[] = []
  const left: string[] = []
  for (const [key, old, now] of values) {
    const match = new RegExp(`\\b${key}:\\s*(['"])${old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\1`).exec(main.text.slice(from, to))
    if (match === null) {
      left.push(`${key} is not spelled out in walkthrough.config.ts: it has to become ${now}.`)
      continue
    }
    const end = from + match.index + match[0].length - 1
    edits.push({ start: end - old.length, end, text: now })
  }
  if ('folder' in source) left.push(`The version readers are told is still ${version}: set it in walkthrough.config.ts.`)
  return { edits, walkthrough: pinned, left }
}
