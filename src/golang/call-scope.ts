import type { Declaration } from './declaration.ts'
import type { GoIndex } from './go-index.ts'
import type { GoNode } from './go-node.ts'
import { fileTypes, type TypeRef } from './type-ref.ts'
import { localDeclaring } from './local-names.ts'

/** What a name or selector in a function body stands for. */
export type Meaning =
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  /** Certainly something else: a local, a builtin, a function of a package that is not indexed. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unknown' }

/** Answers, for one function body, what is called in it. */
export interface CallScope {
  declarationOf(expression: GoNode): Meaning
}

/** Longer chains of calls and selectors than this are given up: nothing that a person wrote is so deep. */
const DEEPEST = 24

/** The scope of the body of `caller`, whose syntax is `root`. */
export function callScope(index: GoIndex, caller: Declaration, root: GoNode): CallScope {
  const types = fileTypes(index, caller.file)

  const declarationOf = (expression: GoNode, depth = 0): Meaning => {
    if (depth > DEEPEST) return { kind: 'unknown' }
    if (expression.type === 'identifier') {
      if (localDeclaring(expression, root) !== undefined) return { kind: 'elsewhere' }
      return types.named(expression.text)
    }
    if (expression.type !== 'selector_expression') return { kind: 'elsewhere' }
    const operand = expression.childForFieldName('operand')
    const field = expression.childForFieldName('field')
    if (operand === null || field === null) return { kind: 'unknown' }
    if (operand.type === 'identifier' && localDeclaring(operand, root) === undefined) {
      const importPath = types.importOf(operand.text)
      if (importPath !== undefined) return types.inPackage(importPath, field.text)
    }
    const type = typeOf(operand, depth + 1)
    return type === undefined ? { kind: 'unknown' } : types.member(type, field.text)
  }

  /** Declared type of an expression; undefined when the syntax does not tell. */
  const typeOf = (expression: GoNode, depth: number): TypeRef | undefined => {
    if (depth > DEEPEST) return undefined
    switch (expression.type) {
      case 'identifier':
        return typeOfName(expression, depth)
      case 'selector_expression':
        return typeOfMeaning(declarationOf(expression, depth), 0)
      case 'parenthesized_expression':
      case 'unary_expression': {
        const inner = expression.childForFieldName('operand') ?? expression.namedChildren[0]
        const plain = expression.type === 'parenthesized_expression' || /^[&*]/.test(expression.text)
        return plain && inner ? typeOf(inner, depth + 1) : undefined
      }
      case 'composite_literal': {
        const type = expression.childForFieldName('type')
        return type === null ? undefined : types.fromNode(type)
      }
      case 'type_assertion_expression':
      case 'type_conversion_expression': {
        const type = expression.childForFieldName('type')
        return type === null ? undefined : types.fromNode(type)
      }
      case 'call_expression':
        return resultOf(expression, 0, depth)
      default:
        return undefined
    }
  }

  const typeOfMeaning = (meaning: Meaning, result: number): TypeRef | undefined => {
    if (meaning.kind !== 'declaration') return undefined
    const { declaration } = meaning
    const there = declaration.file === caller.file ? types : fileTypes(index, declaration.file)
    return there.declared(declaration, result)
  }

  const resultOf = (call: GoNode, result: number, depth: number): TypeRef | undefined => {
    const called = call.childForFieldName('function')
    if (called === null) return undefined
    if (called.type === 'identifier' && called.text === 'new' && types.named('new').kind === 'elsewhere') {
      const type = call.childForFieldName('arguments')?.namedChildren[0]
      return type === undefined ? undefined : types.fromNode(type)
    }
    const meaning = declarationOf(called, depth + 1)
    // `T(x)` is a conversion.
    if (meaning.kind === 'declaration' && meaning.declaration.kind === 'type') return { declaration: meaning.declaration }
    return typeOfMeaning(meaning, result)
  }

  const typeOfName = (name: GoNode, depth: number): TypeRef | undefined => {
    const local = localDeclaring(name, root)
    if (local === undefined) return typeOfMeaning(types.named(name.text), 0)
    if (local.kind === 'typed') return types.fromNode(local.type)
    if (local.kind === 'untold') return undefined
    const { value, position } = local
    return value.type === 'call_expression' ? resultOf(value, position, depth + 1) : position === 0 ? typeOf(value, depth + 1) : undefined
  }

  return { declarationOf: (expression) => declarationOf(expression) }
}
