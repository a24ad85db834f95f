import ts from 'typescript'

/**
 * The text of `walkthrough.config.ts` with a chapter put at the end of a walkthrough's list, or undefined where the list is not
 * written out there, so that a person has to do it. Nothing else of the text changes.
 *
 * @param walkthrough id of the walkthrough
 */
export function listChapter(config: string, walkthrough: string, slug: string): string | undefined {
  const file = ts.createSourceFile('walkthrough.config.ts', config, ts.ScriptTarget.Latest, true)
  const lists: ts.ArrayLiteralExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && textOf(valueOf(node, 'id')) === walkthrough) {
      const chapters = valueOf(node, 'chapters')
      if (chapters !== undefined && ts.isArrayLiteralExpression(chapters)) lists.push(chapters)
    }
    node.forEachChild(visit)
  }
  visit(file)
  const [list, ...others] = lists
  if (list === undefined || others.length > 0 || !list.elements.every(ts.isStringLiteralLike)) return undefined
  const last = list.elements.at(-1)
  const quote = last === undefined || last.getText(file).startsWith("'") ? "'" : '"'
  const entry = `${quote}${slug}${quote}`
  if (last === undefined) return `${config.slice(0, list.getStart(file))}[${entry}]${config.slice(list.getEnd())}`
  const between = list.elements.length > 1 ? config.slice(list.elements[list.elements.length - 2]!.getEnd(), last.getStart(file)) : ', '
  return `${config.slice(0, last.getEnd())}${between}${entry}${config.slice(last.getEnd())}`
}

function valueOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const property of object.properties) {
    if (ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) && property.name.text === name) return property.initializer
  }
  return undefined
}

const textOf = (expression: ts.Expression | undefined): string | undefined => (expression !== undefined && ts.isStringLiteralLike(expression) ? expression.text : undefined)
