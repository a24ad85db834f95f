/** A word of a command: its source text, quotes and all, with its offset. */
export interface ShellWord {
  readonly text: string
  readonly start: number
}

/** What surrounds a character of a script. Only in `bare` does a quoted value arrive as one argument. */
export type ShellContext = 'bare' | 'single' | 'double' | 'comment' | 'heredoc'

/** A script, told apart into commands of words, and the context of each of its characters. */
export interface ShellScan {
  readonly contexts: readonly ShellContext[]
  readonly commands: readonly (readonly ShellWord[])[]
}

/**
 * Reads as much of the POSIX shell's grammar as it takes to know what is quoted and where commands begin: quotes,
 * escapes, comments, here-documents, `$(…)` inside and outside of quotes, operators.
 */
export function scanShell(source: string): ShellScan {
  const contexts: ShellContext[] = []
  const commands: ShellWord[][] = [[]]
  const open: ('double' | 'substitution')[] = []
  const heredocs: string[] = []
  let wordStart: number | undefined
  let at = 0

  const take = (length: number, context: ShellContext): void => {
    for (const end = Math.min(at + length, source.length); at < end; at += 1) contexts.push(context)
  }
  const endWord = (): void => {
    if (wordStart !== undefined) commands.at(-1)?.push({ text: source.slice(wordStart, at), start: wordStart })
    wordStart = undefined
  }
  const inQuotes = (): boolean => open.at(-1) === 'double'
  /** Takes through the next occurrence of a closing text, or to the end. */
  const takeThrough = (close: string, from: number, context: ShellContext): void => {
    const end = source.indexOf(close, from)
    take((end === -1 ? source.length : end + close.length) - at, context)
  }

  while (at < source.length) {
    const rest = source.slice(at)
    const char = rest[0] as string
    if (rest.startsWith('\\\n') && !inQuotes()) {
      endWord()
      take(2, 'bare')
    } else if (char === '\\') {
      wordStart ??= at
      take(2, inQuotes() ? 'double' : 'bare')
    } else if (rest.startsWith('$(')) {
      wordStart ??= at
      take(2, inQuotes() ? 'double' : 'bare')
      open.push('substitution')
    } else if (char === '"') {
      wordStart ??= at
      const closing = inQuotes()
      if (closing) open.pop()
      take(1, 'double')
      if (!closing) open.push('double')
    } else if (inQuotes()) {
      take(1, 'double')
    } else if (char === "'") {
      wordStart ??= at
      takeThrough("'", at + 1, 'single')
    } else if (char === '#' && wordStart === undefined) {
      takeThroughLine()
    } else if (char === ')' && open.at(-1) === 'substitution') {
      take(1, 'bare')
      open.pop()
    } else if (rest.startsWith('<<') && !rest.startsWith('<<<')) {
      endWord()
      const opening = /^<<-?\s*(['"]?)([A-Za-z_]\w*)\1/.exec(rest)
      if (opening !== null) heredocs.push(opening[2] as string)
      take(opening?.[0].length ?? 2, 'bare')
    } else if (/[\s;|&()<>]/.test(char)) {
      endWord()
      take(1, 'bare')
      if (char === '\n') for (const delimiter of heredocs.splice(0)) takeHeredoc(delimiter)
      if (!/[ \t<>]/.test(char) && commands.at(-1)?.length !== 0) commands.push([])
    } else {
      wordStart ??= at
      take(1, 'bare')
    }
  }
  endWord()
  return { contexts, commands: commands.filter((words) => words.length > 0) }

  function takeThroughLine(): void {
    const end = source.indexOf('\n', at)
    take((end === -1 ? source.length : end) - at, 'comment')
  }
  function takeHeredoc(delimiter: string): void {
    const end = new RegExp(`^\\t*${delimiter}$`, 'm').exec(source.slice(at))
    take(end === null ? source.length - at : end.index + end[0].length, 'heredoc')
  }
}
