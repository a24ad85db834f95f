/** A word as the program gets it, apart from expansions: `$HOME` stays. */
export function unquoteShell(word: string): string {
  return word.replace(/'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g, (_, single?: string, double?: string, escaped?: string) => single ?? double?.replace(/\\([$`"\\])/g, '$1') ?? escaped ?? '')
}
