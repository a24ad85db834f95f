import { child, type Syntax } from '../../golang/resolve/syntax.ts'
import { findLocal, type Env } from './env.ts'
import { globalCell } from './declared.ts'
import { fieldCell } from './member.ts'
import type { Machine } from './machine.ts'
import type { Cell } from './value.ts'

/** The cell an expression stands for; undefined where it cannot be told. Entries of maps have none. */
export function locate(machine: Machine, node: Syntax, env: Env): Cell | undefined {
  switch (node.type) {
    case 'identifier': {
      const local = findLocal(env, node.text)
      if (local !== undefined) return local.kind === 'cell' ? local.cell : undefined
      const decl = machine.program.packageOf(env.file).find(node.text)
      return decl?.kind === 'var' ? globalCell(machine, decl) : undefined
    }
    case 'parenthesized_expression':
      return node.kids[0] === undefined ? undefined : machine.locate(node.kids[0], env)
    case 'selector_expression': {
      const [operand, field] = [child(node, 'operand'), child(node, 'field')]
      if (operand === undefined || field === undefined) return undefined
      if (operand.type === 'identifier' && findLocal(env, operand.text) === undefined && machine.program.packageOf(env.file).find(operand.text) === undefined) {
        const importPath = machine.program.importNamed(operand.text, env.file)
        const decl = importPath === undefined ? undefined : machine.program.imported(importPath, env.file)?.find(field.text)
        return decl?.kind === 'var' ? globalCell(machine, decl) : undefined
      }
      return fieldCell(machine.evaluate(operand, env), field.text)
    }
    case 'index_expression': {
      const [operand, index] = [child(node, 'operand'), child(node, 'index')]
      if (operand === undefined || index === undefined) return undefined
      const base = machine.evaluate(operand, env)
      const list = base.kind === 'pointer' ? base.cell.state.value : base
      const at = machine.evaluate(index, env)
      return (list.kind === 'slice' || list.kind === 'array') && at.kind === 'int' ? list.cells[Number(at.value)] : undefined
    }
    case 'unary_expression': {
      const operand = child(node, 'operand')
      if (child(node, 'operator')?.text !== '*' || operand === undefined) return undefined
      const value = machine.evaluate(operand, env)
      return value.kind === 'pointer' ? value.cell : undefined
    }
    default:
      return undefined
  }
}
