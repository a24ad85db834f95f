import type { Lab } from './lab.ts'
import type { LabValues } from './parameters/index.ts'
import { parseShell } from './read/parse-template.ts'
import { renderFence, renderPlain, renderShell } from './render-step.ts'
import { scanShell } from './shell/scan-shell.ts'
import { unquoteShell } from './shell/unquote-shell.ts'

/** The program as the lab starts it: what every debugger has to be told. Paths may begin with `$HOME/`. */
interface Started {
  readonly name: string
  readonly program: string
  readonly source: string
  readonly folder: string
  readonly args: readonly string[]
  /** The arguments as a shell takes them. */
  readonly shellArgs: readonly string[]
}

/** Reads off the program's service what is started where, and how. */
function started(lab: Lab, values: LabValues): Started {
  const { program } = lab.config
  const step = lab.steps.find(({ id }) => id === program.step)
  const fence = step?.fences.find(({ kind }) => kind === 'service')
  const text = fence === undefined ? '' : renderFence(fence, lab.config, values).text
  const place = { file: 'walkthrough.config.ts', line: 1, column: 1 }
  const shell = (source: string): string => renderShell(parseShell(source, lab.config, place).template, lab.config, values)
  const plain = (source: string): string => renderPlain(parseShell(source, lab.config, place).template, lab.config, values)
  const { commands } = scanShell(text)
  const names = program.commands.map(shell)
  const words = commands.find(([first]) => first !== undefined && names.includes(first.text)) ?? []
  const folder = commands.find(([first]) => first?.text === 'cd')?.[1]?.text
  const shellArgs = words.slice(1).map((word) => word.text)
  return {
    name: fence?.kind === 'service' ? fence.name : program.step,
    program: words[0]?.text ?? '',
    source: plain(program.source),
    folder: folder === undefined ? (values['LAB_DIR'] ?? '') : unquoteShell(folder),
    args: shellArgs.map(unquoteShell),
    shellArgs,
  }
}

/** A `launch.json` for VS Code that builds the program and starts it as the lab does. */
export function launchJson(lab: Lab, values: LabValues): string {
  const { name, source, folder, args } = started(lab, values)
  const home = (text: string): string => text.replace(/(^|=)(?:\$HOME|~)(?=\/)/g, (_, before: string) => `${before}\${userHome}`)
  const configuration = { name, type: 'go', request: 'launch', mode: 'debug', program: home(`${source}/${lab.config.program.package}`), cwd: home(folder), args: args.map(home) }
  return `${JSON.stringify({ version: '0.2.0', configurations: [configuration] }, undefined, 2)}\n`
}

/** What GoLand's run configuration asks for, field by field. */
export function golandSettings(lab: Lab, values: LabValues): string {
  const { source, folder, args } = started(lab, values)
  const home = (text: string): string => text.replace(/(^|=)(?:\$HOME|~)(?=\/)/g, (_, before: string) => `${before}$USER_HOME$`)
  const argument = (text: string): string => (/[\s"]/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text)
  return [
    'Run kind:           Directory',
    `Directory:          ${home(`${source}/${lab.config.program.package}`)}`,
    `Working directory:  ${home(folder)}`,
    `Program arguments:  ${args.map(home).map(argument).join(' ')}`,
    `Breakpoint:         ${lab.config.program.breakpoint}`,
    '',
  ].join('\n')
}

/** Commands that start the program under Delve, stopped at the breakpoint. */
export function dlvCommands(lab: Lab, values: LabValues): string {
  const { program, shellArgs } = started(lab, values)
  const folder = renderShell([{ kind: 'parameter', name: 'LAB_DIR' }], lab.config, values)
  return [
    `cd ${folder}`,
    "cat >break.dlv <<'EOF'",
    `break ${lab.config.program.breakpoint}`,
    'continue',
    'EOF',
    `dlv exec ${program} --init break.dlv -- \\`,
    shellArgs.map((arg) => `  ${arg}`).join(' \\\n'),
    '',
  ].join('\n')
}
