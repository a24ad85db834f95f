import type { LabConfig } from '../../config/index.ts'
import { quoteShell, type LabValues } from '../parameters/index.ts'
import { renderShell, renderStep, type RenderedFence, type RenderedStep } from '../render-step.ts'
import type { Fence, Platform, Step } from '../step.ts'
import { parseCondition, type VersionCondition } from '../versions/condition.ts'

/** The shell functions of one step, by what they do; names of those it does not need are undefined. */
export interface StepFunctions {
  readonly step: Step
  /** The functions' text. */
  readonly text: string
  readonly services: readonly string[]
  readonly names: Readonly<Record<'before' | 'now' | 'done' | 'do' | 'undo', string | undefined>>
  /** Changes when anything of the step does. */
  readonly fingerprint: string
}

/** What a script is made for. */
export interface ScriptOptions {
  readonly lab: LabConfig
  readonly values: LabValues
  /** One system; the script asks where it runs when undefined. */
  readonly platform: Platform | undefined
}

/** Writes a step as shell functions. The author's commands stand in them unchanged, at the left margin. */
export function stepFunctions(step: Step, options: ScriptOptions): StepFunctions {
  const { lab, values, platform } = options
  const rendered = renderStep(step, lab, values, platform)
  const prefix = `step_${step.id.replaceAll('-', '_')}`
  const parts: string[] = []
  const add = (name: string, opening: '{' | '(', body: readonly string[]): string | undefined => {
    if (body.length === 0) return undefined
    parts.push([`${prefix}_${name}() ${opening}`, ...body, opening === '{' ? '}' : ')'].join('\n'))
    return `${prefix}_${name}`
  }
  const services = rendered.fences.filter(isService)
  for (const { fence, text } of services) {
    add(serviceName('service', fence.name), '{', [text])
    add(serviceName('ready', fence.name), '{', [renderShell(fence.ready, lab, values)])
  }
  const done = rendered.fences.filter(({ fence }) => fence.kind === 'done')
  const undo = rendered.fences.filter(({ fence }) => fence.kind === 'undo')
  const names = {
    before: add('before', '{', preconditions(step, options, (path) => !path)),
    now: add('now', '{', [...step.needs.map((need) => `need_step ${need}`), ...preconditions(step, options, (path) => path, true)]),
    done: add('done', '(', done.length > 0 ? ['set -e', ...done.flatMap(wrap)] : []),
    do: add('do', '(', work(rendered, prefix)),
    undo: add('undo', '(', undo.flatMap(wrap)),
  }
  const text = parts.join('\n\n')
  return { step, text, services: services.map(({ fence }) => fence.name), names, fingerprint: fingerprint(text) }
}

type ServiceFence = RenderedFence & { readonly fence: Extract<Fence, { kind: 'service' }> }
const isService = (rendered: RenderedFence): rendered is ServiceFence => rendered.fence.kind === 'service'
const serviceName = (what: string, service: string): string => `${what}_${service.replaceAll(/\W/g, '_')}`

/** Names of a service's functions: its command, and the one that tells that it is ready. */
export const serviceFunctions = (step: Step, service: string): { run: string; ready: string } => {
  const prefix = `step_${step.id.replaceAll('-', '_')}`
  return { run: `${prefix}_${serviceName('service', service)}`, ready: `${prefix}_${serviceName('ready', service)}` }
}

/** The commands of a step in their order, each known by its number. */
function work({ step, fences }: RenderedStep, prefix: string): string[] {
  const body: string[] = []
  fences.forEach((rendered) => {
    const { fence } = rendered
    const number = step.fences.indexOf(fence)
    if (fence.kind === 'service') {
      body.push(`mark service ${step.id} ${number}`)
      body.push(...wrapped(fence, [`start_service ${fence.name} ${fence.wait} ${prefix}_${serviceName('service', fence.name)} ${prefix}_${serviceName('ready', fence.name)}`]))
    } else if (fence.kind === 'run' || fence.kind === 'file') {
      body.push(...wrapped(fence, [`mark run ${step.id} ${number}`, ...(fence.kind === 'run' && fence.fails ? failing(rendered.text) : [rendered.text])]))
    }
  })
  return body.length === 0 ? [':'] : [...body, `mark over ${step.id}`]
}

/** Commands meant to fail stop at the first that does, and the script goes on. */
const failing = (text: string): string[] => ['set +e', '(', 'set -e', text, ')', 'expect_failure $?', 'set -e']

const wrap = ({ fence, text }: RenderedFence): string[] => wrapped(fence, [text])

/** Puts commands that belong to one system or version into an `if` of their own. */
function wrapped({ os, when }: Fence, lines: readonly string[]): string[] {
  const conditions = [
    ...(os === undefined ? [] : [`is_os ${os}`]),
    ...(when === undefined ? [] : [asks(when)]),
  ]
  return conditions.length === 0 ? [...lines] : [`if ${conditions.join(' && ')}; then`, ...lines, 'fi']
}

const asks = ({ component, comparison, version }: VersionCondition): string => `within "$(version_of ${component})" '${comparison}' ${version}`

/** The same of a condition as the config writes it; one that says nothing never holds. */
function isVersion(text: string): string {
  const when = parseCondition(text)
  return when === undefined ? 'false' : asks(when)
}

/** Calls that look for what a step needs: tools by name before anything is changed, those it builds right before it. */
function preconditions(step: Step, { lab, values }: ScriptOptions, belongs: (isPath: boolean) => boolean, toolsOnly = false): string[] {
  const tools = step.tools.flatMap(({ tool, bounds }) => {
    const config = lab.tools.find(({ name }) => name === tool)
    const parameter = /^\{\{(\w+)\}\}$/.exec(config?.executable ?? '')?.[1]
    if (!belongs(parameter !== undefined)) return []
    const executable = parameter === undefined ? [{ kind: 'text' as const, text: quoteShell(config?.executable ?? tool) }] : [{ kind: 'parameter' as const, name: parameter }]
    const call = `need_tool ${tool} ${renderShell(executable, lab, values)}`
    const pairs = (to?: string): string => bounds.map(({ comparison, version }) => ` '${comparison}' ${to !== undefined && comparison.startsWith('>') ? to : version}`).join('')
    const lowered = bounds.length === 0 ? [] : (config?.lowered ?? [])
    return [lowered.reduceRight((otherwise, { when, to }) => `if ${isVersion(when)}; then ${call}${pairs(to)}; else ${otherwise}; fi`, `${call}${pairs()}`)]
  })
  if (toolsOnly) return tools
  return [
    ...tools,
    ...step.ports.map((name) => portCheck(name, lab, values)),
    ...step.creates.map((template) => `need_absent ${renderShell(template, lab, values)}`),
    ...(step.diskMegabytes > 0 ? [`need_space ${step.diskMegabytes}`] : []),
  ]
}

/** The call that refuses a port in use; a URL stands for its host and port. */
export function portCheck(name: string, lab: LabConfig, values: LabValues): string {
  const { host, port } = portOf(name, lab, values)
  return `need_port ${quoteShell(host)} ${port} ${name}`
}

/** Where a parameter says that something listens. */
export function portOf(name: string, lab: LabConfig, values: LabValues): { host: string; port: number } {
  const value = values[name] ?? ''
  if (lab.parameters.find((parameter) => parameter.name === name)?.type !== 'url') return { host: '127.0.0.1', port: Number(value) }
  const { hostname, port, protocol } = new URL(value)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port) }
}

/** FNV-1a, 64 bits: tells texts apart, and keeps no secrets. */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}
