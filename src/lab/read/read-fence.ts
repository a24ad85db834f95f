import type { Code } from 'mdast'
import type { LabConfig } from '../../config/index.ts'
import { nearest, type Diagnostic } from '../../report/index.ts'
import { fenceKinds, platforms, type Fence, type FenceCommon, type FenceKind, type Platform, type Template } from '../step.ts'
import { parseCondition, type VersionCondition } from '../versions/condition.ts'
import { parseShell, parseTemplate, type TextPlace } from './parse-template.ts'
import { readFenceInfo } from './read-fence-info.ts'

/** Attributes of each kind besides those that every fence may have. */
const ATTRIBUTES: Readonly<Record<FenceKind, readonly string[]>> = {
  run: [],
  service: ['name', 'ready', 'wait'],
  file: ['path'],
  output: [],
  undo: [],
  done: [],
  install: ['tool'],
  example: [],
}
const COMMON = ['os', 'when', 'reason']
const NEEDED: readonly string[] = ['name', 'ready', 'path', 'tool']
/** Seconds a service has to become ready, unless its author gives it more. */
const DEFAULT_WAIT = 60
/** Languages whose text a shell reads. */
const SHELLS = ['sh', 'bash', 'shell', 'zsh', 'console']

/** Reads one fence of a step; undefined, with the reasons, where it cannot be understood. */
export function readFence(node: Code, lab: LabConfig, file: string): { fence: Fence | undefined; diagnostics: Diagnostic[] } {
  const place: TextPlace = { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
  const { words, values } = readFenceInfo(node.meta ?? '')
  const kind = fenceKinds.find((one) => one === words[0])
  if (kind === undefined) return { fence: undefined, diagnostics: [kindUnknown(words[0], place)] }
  const diagnostics: Diagnostic[] = []
  const problem = (code: string, message: string, expected: string, found: string, candidates: readonly string[] = []): void => {
    diagnostics.push({ code, severity: 'error', message, ...place, expected, found, candidates, fix: 'Correct it after the fence’s language.' })
  }
  const allowed = [...ATTRIBUTES[kind], ...COMMON]
  for (const name of Object.keys(values))
    if (!allowed.includes(name)) problem('fence-attribute-unknown', `A fence "${kind}" has no attribute "${name}".`, allowed.join(', '), name, nearest(name, allowed))
  for (const word of words.slice(1))
    if (kind !== 'run' || word !== 'fails') problem('fence-word-unknown', `"${word}" means nothing on a fence "${kind}".`, kind === 'run' ? 'fails' : 'nothing', word)
  for (const name of ATTRIBUTES[kind])
    if (NEEDED.includes(name) && !values[name]?.trim()) problem('fence-attribute-missing', `A fence "${kind}" needs the attribute "${name}".`, `${name}="…"`, 'none')

  const take = ({ template, diagnostics: found }: { template: Template; diagnostics: Diagnostic[] }): Template => {
    diagnostics.push(...found)
    return template
  }
  const content: TextPlace = { file, line: place.line + 1, column: place.column }
  const runsInShell = kind !== 'output' && kind !== 'file' && SHELLS.includes(node.lang ?? '')
  const common: FenceCommon = {
    language: node.lang ?? 'text',
    template: take(runsInShell ? parseShell(node.value, lab, content) : parseTemplate(node.value, lab, content)),
    os: readPlatform(values['os'], problem),
    when: readWhen(values, lab, problem),
    reason: values['reason'],
    line: place.line,
  }
  return { fence: makeFence(), diagnostics }

  function makeFence(): Fence {
    switch (kind) {
      case 'run':
        return { ...common, kind, fails: words.includes('fails') }
      case 'service':
        return { ...common, kind, name: values['name'] ?? '', ready: take(parseShell(values['ready'] ?? '', lab, place)), wait: readWait(values['wait'], problem) }
      case 'file':
        return { ...common, kind, path: take(parseTemplate(values['path'] ?? '', lab, place)) }
      case 'install':
        return { ...common, kind, tool: values['tool'] ?? '' }
      default:
        return { ...common, kind: kind as 'output' | 'undo' | 'done' | 'example' }
    }
  }
}

type Problem = (code: string, message: string, expected: string, found: string, candidates?: readonly string[]) => void

function readPlatform(os: string | undefined, problem: Problem): Platform | undefined {
  if (os === undefined) return undefined
  const platform = platforms.find((one) => one === os)
  if (platform === undefined) problem('fence-os-unknown', `The lab knows no system "${os}".`, platforms.join(' or '), os, nearest(os, platforms))
  return platform
}

function readWait(wait: string | undefined, problem: Problem): number {
  if (wait === undefined) return DEFAULT_WAIT
  if (!/^[1-9]\d{0,3}$/.test(wait)) problem('fence-wait', 'A wait is a number of seconds.', 'wait="60"', wait)
  return Number.parseInt(wait, 10) || DEFAULT_WAIT
}

function readWhen(values: Readonly<Partial<Record<string, string>>>, lab: LabConfig, problem: Problem): VersionCondition | undefined {
  if (values['when'] === undefined) return undefined
  const when = parseCondition(values['when'])
  const components = lab.tools.map(({ name }) => name)
  if (when === undefined) problem('fence-when', 'This says no version.', 'when="go<1.21"', values['when'])
  else if (!components.includes(when.component))
    problem('component-unknown', `The lab knows no version of "${when.component}".`, components.join(', '), when.component, nearest(when.component, components))
  if (!values['reason']?.trim()) problem('fence-reason', 'A difference by version needs its reason.', 'reason="…"', 'none')
  return when
}

const kindUnknown = (word: string | undefined, place: TextPlace): Diagnostic => ({
  code: 'fence-kind-unknown',
  severity: 'error',
  message: word === undefined ? 'A fence inside a step says what it is for.' : `There is no fence "${word}".`,
  ...place,
  expected: `one of ${fenceKinds.join(', ')} after the language`,
  found: word ?? 'nothing',
  candidates: nearest(word ?? '', fenceKinds),
  fix: 'For example ```sh run for commands, ```text output for what they print, ```sh example for what is only shown.',
})
