/**
 * Short names for packages, each one's own: its name, and where two are named alike, the folders above it in front, as few as
 * it takes. `main` is the main package of the path, if there is one.
 *
 * @param packages import paths with the name in their package clauses, those that should have short names first
 */
export function chooseAliases(packages: readonly { readonly importPath: string; readonly name: string }[]): Record<string, string> {
  const aliases: Record<string, string> = {}
  for (const { importPath, name } of packages) {
    if (Object.values(aliases).includes(importPath)) continue
    const above = importPath.split('/').slice(0, -1).reverse().map(clean).filter((part) => part !== '')
    let alias = name
    for (const part of above) {
      if (!Object.hasOwn(aliases, alias)) break
      alias = `${part}${alias}`
    }
    for (let at = 2; Object.hasOwn(aliases, alias); at++) alias = `${name}${at}`
    aliases[alias] = importPath
  }
  return aliases
}

const clean = (part: string): string => part.toLowerCase().replace(/[^a-z0-9]+/g, '').replace(/^\d+/, '')
