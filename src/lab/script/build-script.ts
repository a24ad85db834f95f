import type { Lab } from '../lab.ts'
import { type LabValues } from '../parameters/index.ts'
import { parseShell } from '../read/parse-template.ts'
import { renderFence, renderShell } from '../render-step.ts'
import { platforms, type Platform, type Step } from '../step.ts'
import { scriptTexts } from './script-texts.ts'
import { serviceFunctions, stepFunctions, portCheck, type ScriptOptions, type StepFunctions } from './step-functions.ts'

/** What to make a script of. */
export interface BuildOptions {
  readonly values: LabValues
  /** Only this step, as a script that stands alone. */
  readonly step?: Step | undefined
  /** One system; the script finds out where it runs when undefined. */
  readonly platform?: Platform | undefined
}

/**
 * A complete bash script: every step in order, or one of them. It checks what it needs before it changes anything, may be run
 * again, undoes itself (`down`), and holds the author's commands unchanged.
 */
export function buildScript(lab: Lab, { values, step, platform }: BuildOptions): string {
  const options: ScriptOptions = { lab: lab.config, values, platform }
  const chosen = step === undefined ? lab.steps : [step]
  const functions = chosen.map((one) => stepFunctions(one, options))
  // What a single step needs is recognised by what those steps say of themselves.
  const needed = step === undefined ? [] : lab.steps.filter(({ id }) => step.needs.includes(id)).map((one) => recognised(stepFunctions(one, options)))
  const { kit, frame } = scriptTexts()
  return `${[
    header(step, options),
    kit,
    ...functions.filter(({ text }) => text !== '').map(({ step: { id, title }, text }) => `# ── ${id}: ${title} ──\n\n${text}`),
    ...needed.filter((text) => text !== ''),
    dispatch(functions, lab, options, step),
    frame,
  ].join('\n\n')}\n`
}

function header(step: Step | undefined, { lab, values, platform }: ScriptOptions): string {
  const labDir = renderShell([{ kind: 'parameter', name: 'LAB_DIR' }], lab, values)
  return [
    '#!/usr/bin/env bash',
    step === undefined ? '# All steps of the lab.' : `# The step "${step.id}" of the lab: ${step.title}`,
    `# Made for ${platform ?? platforms.join(' and ')}, with these values:`,
    ...lab.parameters.map(({ name }) => `#   ${name}=${values[name] ?? ''}`),
    '# It writes only below LAB_DIR. `bash setup.sh --help` says what it can do.',
    '# Values stand in single quotes so that nothing in them is expanded.',
    '# shellcheck disable=SC2016',
    'set -euo pipefail',
    '',
    `lab_dir=${labDir}`,
  ].join('\n')
}

/** Only what tells whether a step is done. */
function recognised({ text, names, step, services }: StepFunctions): string {
  const wanted = [names.done, ...services.map((service) => serviceFunctions(step, service).ready)]
  return text
    .split(/\n\n(?=step_\w+\(\) [{(]\n)/)
    .filter((one) => wanted.some((name) => name !== undefined && one.startsWith(`${name}()`)))
    .join('\n\n')
}

/** The functions that find a step's, a tool's or a service's own by name. */
function dispatch(functions: readonly StepFunctions[], lab: Lab, options: ScriptOptions, only: Step | undefined): string {
  const steps = functions.map(({ step }) => step).filter(({ down }) => !down)
  const ids = steps.map(({ id }) => id)
  const services = functions.flatMap((one) => one.services)
  const needed = only === undefined ? [] : lab.steps.filter(({ id }) => only.needs.includes(id))
  const recognise = [...functions.map(({ step }) => step), ...needed]
  return [
    `steps='${ids.join(' ')}'`,
    `steps_in_reverse='${ids.toReversed().join(' ')}'`,
    `services='${services.join(' ')}'`,
    `services_in_reverse='${services.toReversed().join(' ')}'`,
    `tools='${options.lab.tools.map(({ name }) => name).join(' ')}'`,
    cases('executable_of', executableCases(options), `printf '%s' "$1"`),
    cases('fingerprint_of', functions.map(({ step, fingerprint }) => [step.id, `echo ${fingerprint}`]), 'return 1'),
    cases('check_before', functions.flatMap(({ step, names }) => (names.before === undefined ? [] : [[step.id, names.before] as const]))),
    cases('check_now', functions.flatMap(({ step, names }) => (names.now === undefined ? [] : [[step.id, names.now] as const]))),
    cases('check_stopped', functions.flatMap(({ step, services: own }) => (own.length === 0 || step.ports.length === 0 ? [] : [[step.id, stoppedCheck(step, own, options)] as const]))),
    cases('tell_done', recognise.flatMap((step) => isDone(step, step === only || only === undefined)), 'return 1'),
    cases('start_again', functions.flatMap(({ step, services: own }) => (own.length === 0 ? [] : [[step.id, own.map((service) => startAgain(step, service)).join('; ')] as const]))),
    cases('do_step', functions.flatMap(({ step, names }) => (names.do === undefined ? [] : [[step.id, names.do] as const])), `die "There is no step \\"$1\\"."`),
    cases('undo_step', functions.flatMap(({ step, names }) => (names.undo === undefined ? [] : [[step.id, names.undo] as const]))),
    cases('version_of', versionCases(options)),
    cases('install_hint', hints(lab, options)),
  ].join('\n')
}

/** `name() { case $1 in …`; what is not listed does `otherwise`. */
function cases(name: string, entries: readonly (readonly [string, string])[], otherwise = ':'): string {
  return [`${name}() {`, '  case $1 in', ...entries.map(([value, action]) => `    ${value}) ${action} ;;`), `    *) ${otherwise} ;;`, '  esac', '}'].join('\n')
}

/** Ports of a service that stopped have to be free again. */
function stoppedCheck(step: Step, services: readonly string[], { lab, values }: ScriptOptions): string {
  const running = services.map((service) => `service_pid ${service} >/dev/null`).join(' && ')
  return `if ! { ${running}; }; then ${step.ports.map((name) => portCheck(name, lab, values)).join('; ')}; fi`
}

/**
 * How a step that left no mark is recognised as done: by its `done` commands. For steps that others need, a service that
 * answers will do as well, whoever started it.
 */
function isDone(step: Step, own: boolean): (readonly [string, string])[] {
  if (step.fences.some(({ kind }) => kind === 'done')) return [[step.id, `step_${step.id.replaceAll('-', '_')}_done`]]
  const services = step.fences.flatMap((fence) => (fence.kind === 'service' ? [fence.name] : []))
  if (own || services.length === 0) return []
  return [[step.id, services.map((service) => serviceFunctions(step, service).ready).join('; ')]]
}

function startAgain(step: Step, service: string): string {
  const fence = step.fences.find((one) => one.kind === 'service' && one.name === service)
  const { run, ready } = serviceFunctions(step, service)
  return `start_service ${service} ${fence?.kind === 'service' ? fence.wait : 60} ${run} ${ready}`
}

/** Commands that tell a tool's version; where the answer is none, or only zeros, the fallback stands in. */
function versionCases({ lab, values }: ScriptOptions): (readonly [string, string])[] {
  const place = { file: 'walkthrough.config.ts', line: 1, column: 1 }
  const shell = (source: string): string => renderShell(parseShell(source, lab, place).template, lab, values)
  return lab.tools.map(({ name, version, fallback }) => {
    const told = `first_version "$(${shell(version ?? `${name} --version`)} 2>&1 || true)"`
    if (fallback === undefined) return [name, told]
    // Asked only when it is there: the complaint about a missing program holds its path, and that may look like a version.
    return [name, `told=; if command -v "$(executable_of ${name})" >/dev/null 2>&1; then told=$(${told}); fi; case $told in '' | 0.0*) first_version ${shell(fallback)} ;; *) printf '%s' "$told" ;; esac`]
  })
}

/** Tools whose executable has another name than they have. */
function executableCases({ lab, values }: ScriptOptions): (readonly [string, string])[] {
  const place = { file: 'walkthrough.config.ts', line: 1, column: 1 }
  return lab.tools.flatMap(({ name, executable }) =>
    executable === undefined ? [] : [[name, `printf '%s' ${renderShell(parseShell(executable, lab, place).template, lab, values)}`]],
  )
}

/** How people get a missing tool: the `install` fences that name it, each a way of its own. */
function hints(lab: Lab, { values, platform, lab: config }: ScriptOptions): (readonly [string, string])[] {
  const all = lab.steps.flatMap(({ fences }) => fences.filter((fence) => fence.kind === 'install' && (platform === undefined || fence.os === undefined || fence.os === platform)))
  const tools = [...new Set(lab.steps.flatMap((step) => step.tools.map(({ tool }) => tool)))]
  return tools.flatMap((tool): (readonly [string, string])[] => {
    const own = all.filter((fence) => fence.kind === 'install' && fence.tool.split(/[\s,]+/).includes(tool))
    const lines = own.map((fence) => {
      const sameSystem = own.filter(({ os }) => os === fence.os || os === undefined || fence.os === undefined)
      const told = `${sameSystem[0] === fence ? '' : 'or:\n'}${renderFence(fence, config, values).text.replaceAll(/^(?=.)/gm, '  ')}`
      const print = `cat <<'HINT'\n${told}\nHINT\n`
      return fence.os === undefined ? print : `if is_os ${fence.os}; then ${print}fi\n`
    })
    return lines.length === 0 ? [] : [[tool, `\n${lines.join('')}`]]
  })
}
