import type { LabConfig } from '../config/index.ts'
import { formatValue, type LabValues, type ValueFormat } from './parameters/index.ts'
import { escapeHeredoc } from './parameters/format-value.ts'
import type { Fence, Platform, Step, Template } from './step.ts'

/** A run of a rendered fence; the texts of all of them are what is shown, copied, downloaded and run. */
export type RenderedPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string; readonly parameter: string; readonly format: ValueFormat }
  | { readonly kind: 'flag'; readonly text: string; readonly line: number; readonly column: number }

/** A fence with values in it. */
export interface RenderedFence {
  readonly fence: Fence
  readonly pieces: readonly RenderedPiece[]
  /** The pieces' texts, without a line end after the last. */
  readonly text: string
}

/** A step with values in it, for one system or for all. */
export interface RenderedStep {
  readonly step: Step
  readonly fences: readonly RenderedFence[]
}

const SHELLS = ['sh', 'bash', 'shell', 'zsh', 'console']

/** Renders a step: the one place where an author's text and a reader's values become commands. */
export function renderStep(step: Step, lab: LabConfig, values: LabValues, platform?: Platform): RenderedStep {
  const here = step.fences.filter(({ os }) => os === undefined || platform === undefined || os === platform)
  return { step, fences: here.map((fence) => renderFence(fence, lab, values)) }
}

/** Renders one fence of a step. A `file` becomes the command that writes it. */
export function renderFence(fence: Fence, lab: LabConfig, values: LabValues): RenderedFence {
  const pieces = fence.kind === 'file' ? renderFile(fence, lab, values) : renderTemplate(fence.template, lab, values, () => formatOf(fence))
  return { fence, pieces, text: textOf(pieces) }
}

/** Shell text of a template, such as a service's `ready` command. */
export function renderShell(template: Template, lab: LabConfig, values: LabValues): string {
  return textOf(renderTemplate(template, lab, values, () => 'shell'))
}

/** Bare text of a template, as a path or URL is told to a program. */
export function renderPlain(template: Template, lab: LabConfig, values: LabValues): string {
  return textOf(renderTemplate(template, lab, values, () => 'plain'))
}

const textOf = (pieces: readonly RenderedPiece[]): string => pieces.map(({ text }) => text).join('')

function formatOf({ kind, language }: Fence): ValueFormat {
  if (kind !== 'output' && SHELLS.includes(language)) return 'shell'
  return kind === 'example' && /^jsonc?$/.test(language) ? 'json' : 'plain'
}

function renderTemplate(template: Template, lab: LabConfig, values: LabValues, formatAt: (before: string) => ValueFormat): RenderedPiece[] {
  let before = ''
  return template.map((part): RenderedPiece => {
    if (part.kind !== 'parameter') {
      before += part.text
      return part
    }
    const format = formatAt(before)
    const parameter = lab.parameters.find(({ name }) => name === part.name)
    const text = parameter === undefined ? `{{${part.name}}}` : formatValue(parameter, values[part.name] ?? '', format)
    before += text
    return { kind: 'value', text, parameter: part.name, format }
  })
}

/** `cat >path <<EOF`: unquoted, because a path may be below `$HOME`; everything else in it is escaped. */
function renderFile(fence: Extract<Fence, { kind: 'file' }>, lab: LabConfig, values: LabValues): RenderedPiece[] {
  const content = renderTemplate(fence.template, lab, values, (before) => heredocFormat(fence.language, before)).map((piece) =>
    piece.kind === 'text' ? { ...piece, text: escapeHeredoc(piece.text) } : piece,
  )
  const lines = textOf(content).split('\n')
  let end = 'EOF'
  while (lines.includes(end)) end = `${end}_`
  return [
    { kind: 'text', text: 'cat >' },
    ...renderTemplate(fence.path, lab, values, () => 'shell'),
    { kind: 'text', text: ` <<${end}\n` },
    ...content,
    { kind: 'text', text: `\n${end}` },
  ]
}

function heredocFormat(language: string, before: string): ValueFormat {
  if (/^jsonc?$/.test(language)) return 'heredoc-json'
  if (!/^ya?ml$/.test(language)) return 'heredoc'
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return line.split('"').length % 2 === 0 ? 'heredoc-json' : 'heredoc-yaml'
}
