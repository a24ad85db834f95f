import type { GoNode } from '../golang/index.ts'

/**
 * Methods of pflag's and flag's sets that declare a flag: `StringVar`, `BoolVarP`, `Duration`, `Var`, `VarPF`, …
 *
 * Source: the exported methods of `FlagSet` in github.com/spf13/pflag and in the standard library's `flag`.
 */
const DECLARES = /^(?:Var(?:PF?)?|Func|BoolFunc|TextVar|(?:Bool|Bytes(?:Hex|Base64)|Count|Duration|Float(?:32|64)|IP(?:Mask|Net)?|U?[Ii]nt(?:8|16|32|64)?|String(?:Array|ToString|ToInt(?:64)?)?)(?:Slice)?(?:Var)?P?)$/

/**
 * Offsets of the calls in a file that declare the flag `name`: a call of one of a flag set's declaring methods with
 * that very string among its arguments. Names that are put together at run time are not found.
 */
export function findFlag(root: GoNode, name: string): GoNode[] {
  const literal = JSON.stringify(name)
  return root.descendantsOfType('call_expression').filter((call) => {
    const callee = call.childForFieldName('function')
    const method = callee?.type === 'selector_expression' ? callee.childForFieldName('field')?.text : undefined
    if (method === undefined || !DECLARES.test(method)) return false
    const args = call.childForFieldName('arguments')?.namedChildren ?? []
    return args.some((argument) => argument.type === 'interpreted_string_literal' && argument.text === literal)
  })
}

/** Every string that stands as an argument of a flag declaration in the file and may be its name. */
export function flagNames(root: GoNode): string[] {
  return root.descendantsOfType('call_expression').flatMap((call) => {
    const callee = call.childForFieldName('function')
    const method = callee?.type === 'selector_expression' ? callee.childForFieldName('field')?.text : undefined
    if (method === undefined || !DECLARES.test(method)) return []
    const args = call.childForFieldName('arguments')?.namedChildren ?? []
    const named = args.find(({ type, text }) => type === 'interpreted_string_literal' && /^"[a-z][\w.-]+"$/i.test(text))
    return named === undefined ? [] : [named.text.slice(1, -1)]
  })
}
