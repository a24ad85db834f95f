/**
 * The import paths of a Go file, in order, each once.
 *
 * Reads the package clause and the import declarations and stops at the first other declaration: the Go spec puts every
 * import before it ("Source file organization"), so nothing after it has to be understood. Comments, semicolons,
 * aliases, raw strings and `\r\n` are handled; at the first thing that is not Go it keeps what it has.
 */
export function scanImports(text: string): string[] {
  const found = new Set<string>()
  const lexer = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`|([\p{L}_][\p{L}\p{Nd}_]*)|([();.])/uy
  lexer.lastIndex = text.startsWith('\uFEFF') ? 1 : 0
  let place: 'top' | 'package' | 'import' | 'group' = 'top'
  for (let match = lexer.exec(text); match !== null; match = lexer.exec(text)) {
    const [, interpreted, raw, word, mark] = match
    const path = interpreted ?? raw
    if (path !== undefined) {
      if (place !== 'import' && place !== 'group') break
      found.add(path)
      if (place === 'import') place = 'top'
    } else if (word !== undefined) {
      if (place === 'package') place = 'top'
      else if (place === 'top') {
        if (word !== 'package' && word !== 'import') break
        place = word
      }
    } else if (mark === '(') {
      if (place !== 'import') break
      place = 'group'
    } else if (mark === ')') {
      if (place !== 'group') break
      place = 'top'
    }
  }
  return [...found]
}
