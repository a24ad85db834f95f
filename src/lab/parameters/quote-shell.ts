/**
 * Characters that mean themselves, anywhere in a word, to bash, dash and zsh alike. `~` is left out for what it means at
 * a word's start or after a colon, `=` at the start for what it means to zsh, `{}` for brace expansion.
 */
const PLAIN = /^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/

/**
 * A value as one argument of a POSIX shell, or a part of one: as it is where that is safe, otherwise in single quotes.
 *
 * Holds for every string without NUL, which no argument can have. What is typed at a prompt holds too: in single quotes
 * not even history expansion looks at `!`.
 */
export function quoteShell(value: string): string {
  return PLAIN.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
}

/** What begins a path below the home folder of whoever runs a command. */
const HOME = /^(?:~|\$HOME)\//

/** A path as one argument: `$HOME/…` and `~/…` are below the home folder, whatever the word around them is. */
export function quotePath(value: string): string {
  const below = value.replace(HOME, '')
  return below === value ? quoteShell(value) : `"$HOME"/${below === '' ? '' : quoteShell(below)}`
}

/** The part of a path below the home folder; undefined for a path that is not there. */
export function belowHome(value: string): string | undefined {
  return HOME.test(value) ? value.replace(HOME, '') : undefined
}
