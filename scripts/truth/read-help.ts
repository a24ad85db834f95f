/** A flag as a server's `--help` prints it. */
export interface ToldFlag {
  readonly name: string
  readonly shorthand: string
  /** The word for its value. */
  readonly placeholder: string
  readonly section: string
  /** Usage with default, over several lines as printed. */
  usage: string
}

const SECTION = /^(\S.*) flags:$/
const FLAG = /^ {2}(?:-(\w), | {4})--([\w-]+)(?: (\S+?))?(?:\[=\S*\])?(?: {2,}(.*))?$/

/** Reads the flags of a `--help` with named sections (pflag, `FlagUsages`; component-base, `PrintSections`). */
export function readHelp(help: string): ToldFlag[] {
  const flags: ToldFlag[] = []
  let section = ''
  for (const line of help.split('\n')) {
    const heading = SECTION.exec(line)
    const flag = section === '' ? null : FLAG.exec(line)
    if (heading !== null) section = heading[1] ?? ''
    else if (flag !== null) flags.push({ name: flag[2] ?? '', shorthand: flag[1] ?? '', placeholder: flag[3] ?? '', section, usage: flag[4] ?? '' })
    else if (/^ {10}/.test(line)) {
      const last = flags.at(-1)
      if (last !== undefined) last.usage += `\n${line.trim()}`
    }
  }
  return flags
}
