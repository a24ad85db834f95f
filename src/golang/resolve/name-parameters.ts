import type { Syntax } from './syntax.ts'

/**
 * Makes one declaration again of `a, b, c int` in a parameter list where the grammar took the first of many names for types of
 * parameters without a name. Either all parameters of a list have names or none has (Go spec, "Function types"), so a bare
 * name before one that has a type is a name of the same type. Changes the list.
 */
export function nameParameters(list: Syntax[]): void {
  if (list.length < 2 || !list.some(hasName) || list.every(hasName)) return
  const whole: Syntax[] = []
  let names: Syntax[] = []
  for (const declaration of list) {
    const [first] = declaration.kids
    if (hasName(declaration)) {
      const start = names[0]?.start ?? declaration.start
      whole.push({ ...declaration, start, kids: [...names, ...declaration.kids] })
      names = []
    } else if (declaration.kids.length === 1 && first?.type === 'type_identifier') names.push({ ...first, type: 'identifier', field: 'name' })
    else return
  }
  if (names.length === 0) list.splice(0, list.length, ...whole)
}

function hasName({ kids }: Syntax): boolean {
  return kids.some(({ field }) => field === 'name')
}
