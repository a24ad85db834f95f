import { child, type Syntax } from '../../golang/resolve/syntax.ts'
import type { Env, Machine } from '../machine/index.ts'

const FIELD_ERRORS = 'k8s.io/apimachinery/pkg/util/validation/field'
const MAKERS: Readonly<Record<string, number>> = {
  'fmt.Errorf': 0,
  'errors.New': 0,
  'github.com/pkg/errors.New': 0,
  'github.com/pkg/errors.Errorf': 0,
  'github.com/pkg/errors.Wrap': 1,
  'github.com/pkg/errors.Wrapf': 1,
  [`${FIELD_ERRORS}.Invalid`]: 2,
  [`${FIELD_ERRORS}.Required`]: 1,
  [`${FIELD_ERRORS}.Forbidden`]: 1,
  [`${FIELD_ERRORS}.NotSupported`]: 0,
}

/** The message of an error that a call makes, with Go's verbs; undefined for calls that make none. */
export function errorMessage(machine: Machine, node: Syntax, env: Env): string | undefined {
  const called = child(node, 'function')
  const operand = called === undefined ? undefined : child(called, 'operand')
  const name = called === undefined ? undefined : child(called, 'field')?.text
  if (operand?.type !== 'identifier' || name === undefined) return undefined
  const importPath = machine.program.importNamed(operand.text, env.file)
  const index = importPath === undefined ? undefined : MAKERS[`${importPath}.${name}`]
  if (index === undefined) return undefined
  const arg = child(node, 'arguments')?.kids[index]
  if (arg === undefined) return undefined
  return constantText(machine, arg, env) ?? env.file.text.slice(arg.start, arg.end).replace(/\s+/g, ' ')
}

/** The text of a constant expression; undefined where it holds more than constants. */
function constantText(machine: Machine, node: Syntax, env: Env): string | undefined {
  const value = machine.evaluate(node, env)
  return value.kind === 'string' ? value.value : undefined
}
