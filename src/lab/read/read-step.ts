import type { Code } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { LabConfig } from '../../config/index.ts'
import { nearest, type Diagnostic } from '../../report/index.ts'
import type { Fence, Step, ToolNeed } from '../step.ts'
import { parseCondition } from '../versions/condition.ts'
import { parseShell, type TextPlace } from './parse-template.ts'
import { readFence } from './read-fence.ts'

const ATTRIBUTES = ['id', 'title', 'needs', 'tools', 'ports', 'creates', 'disk', 'down']

/** A step and its fences by the nodes they were read from; no step, and the reasons, where it has no name. */
export interface ReadStep {
  readonly step: Step | undefined
  readonly fences: ReadonlyMap<Code, Fence>
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a `step` directive. Says all that is wrong with it, and leaves out only what cannot be understood. */
export function readStep(directive: ContainerDirective, lab: LabConfig, file: string, chapter: string): ReadStep {
  const start = directive.position?.start
  const place: TextPlace = { file, line: start?.line ?? 1, column: start?.column ?? 1 }
  const diagnostics: Diagnostic[] = []
  const problem = (code: string, message: string, expected: string, found: string, candidates: readonly string[] = []): void => {
    diagnostics.push({ code, severity: 'error', message, ...place, expected, found, candidates, fix: 'Correct it between the braces of the step.' })
  }
  const attributes: Readonly<Partial<Record<string, string | null | undefined>>> = directive.attributes ?? {}
  for (const name of Object.keys(attributes))
    if (!ATTRIBUTES.includes(name)) problem('attribute-unknown', `The directive "step" has no attribute "${name}".`, ATTRIBUTES.join(', '), name, nearest(name, ATTRIBUTES))
  const words = (name: string): string[] => (attributes[name] ?? '').split(/\s+/).filter((word) => word !== '')

  const fences = new Map<Code, Fence>()
  visit(directive, 'code', (node) => {
    const { fence, diagnostics: found } = readFence(node, lab, file)
    diagnostics.push(...found)
    if (fence !== undefined) fences.set(node, fence)
  })
  const id = attributes['id'] ?? ''
  if (!/^[a-z][a-z0-9-]*$/.test(id)) problem('step-id', 'A step needs a name.', 'id="build": small letters, digits, dashes', id === '' ? 'none' : id)
  const disk = attributes['disk'] ?? '0'
  if (!/^\d+$/.test(disk)) problem('step-disk', 'The space a step wants is a number of megabytes.', 'disk="3000"', disk)
  const ports = words('ports')
  const portNames = lab.parameters.filter(({ type }) => type === 'port' || type === 'url').map(({ name }) => name)
  for (const name of ports)
    if (!portNames.includes(name)) problem('port-unknown', `No parameter ${name} holds a port.`, 'names of parameters that are ports or URLs', name, nearest(name, portNames))
  const creates = words('creates').map((text) => {
    const parsed = parseShell(text, lab, place)
    diagnostics.push(...parsed.diagnostics)
    return parsed.template
  })
  if (id === '') return { step: undefined, fences, diagnostics }
  const step: Step = {
    id,
    title: attributes['title'] ?? id,
    chapter,
    file,
    line: place.line,
    needs: words('needs'),
    tools: readTools(words('tools'), lab, problem),
    ports,
    creates,
    diskMegabytes: Number.parseInt(disk, 10) || 0,
    down: 'down' in attributes,
    fences: [...fences.values()],
  }
  return { step, fences, diagnostics }
}

/** `go>=1.20 go<1.21 git` as two tools, one of them with two bounds. */
function readTools(
  words: readonly string[],
  lab: LabConfig,
  problem: (code: string, message: string, expected: string, found: string, candidates?: readonly string[]) => void,
): ToolNeed[] {
  const bounds = new Map<string, ToolNeed['bounds']>()
  const known = lab.tools.map(({ name }) => name)
  for (const word of words) {
    const condition = parseCondition(word)
    const tool = condition?.component ?? word
    if (condition === undefined && !/^[A-Za-z][\w.-]*$/.test(word)) problem('tool-form', `"${word}" names no tool.`, 'tools="go>=1.20 git"', word)
    if (condition !== undefined && !known.includes(tool)) problem('tool-unknown', `The lab does not know how ${tool} tells its version.`, known.join(', '), word, nearest(tool, known))
    bounds.set(tool, [...(bounds.get(tool) ?? []), ...(condition === undefined ? [] : [condition])])
  }
  return [...bounds].map(([tool, all]) => ({ tool, bounds: all }))
}
