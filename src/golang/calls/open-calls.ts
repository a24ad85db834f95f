import type { Declaration } from '../declaration.ts'
import type { GoIndex } from '../go-index.ts'
import { holdsOnLinux } from '../evaluate-constraint.ts'
import { openResolver, type Resolver, type Target } from '../resolve/index.ts'
import { isInterfaceMethod } from './is-interface-method.ts'
import type { Lead } from './lead.ts'
import { readUses, type Use } from './read-uses.ts'

/** Answers how functions lead to each other. What was read of a function is kept. */
export interface Calls {
  /**
   * How `caller` leads to `callee`, the surest first: calls, then through a function that the caller hands over or calls
   * and that itself calls the callee, then the callee handed over as a value, then calls of which only the name fits. Ways
   * of one kind are in order of the text; those that provably go elsewhere are left out.
   */
  leads(caller: Declaration, callee: Declaration): Promise<readonly Lead[]>
}

/** Opens the calls between the functions of an index. */
export function openCalls(index: GoIndex, resolver: Resolver = openResolver(index)): Calls {
  const known = new Map<string, Promise<readonly Use[]>>()
  const usesIn = (declaration: Declaration): Promise<readonly Use[]> => {
    const key = `${declaration.file}:${declaration.startOffset}`
    let uses = known.get(key)
    if (uses === undefined) known.set(key, (uses = readUses(index, resolver, declaration)))
    return uses
  }

  /** Calls one function further on; `step` is how the caller comes to that function. */
  const throughHelpers = async (uses: readonly Use[], callee: Declaration, skip: ReadonlySet<string>): Promise<Lead[]> => {
    const leads: Lead[] = []
    const seen = new Set(skip)
    for (const step of uses) {
      const { target } = step.reference
      if (target === null || seen.has(target.symbol)) continue
      const { symbol } = target
      seen.add(symbol)
      const helper = functionOf(index, target)
      if (helper === undefined) continue
      for (const use of await usesIn(helper)) {
        if (use.how === 'call' && isProven(use, callee)) leads.push(leadOf(use, 'resolved', step.through ?? use.through, symbol))
      }
    }
    return leads
  }

  return {
    async leads(caller, callee) {
      const uses = await usesIn(caller)
      const proven = uses.filter((use) => isProven(use, callee))
      const calls = proven.filter(({ how }) => how === 'call')
      if (calls.length > 0) return calls.map((use) => leadOf(use, 'resolved'))
      const candidates: Lead[] = []
      for (const use of uses) if (use.how === 'call' && (await mayBe(index, use, callee))) candidates.push(leadOf(use, 'candidate'))
      const isFunction = callee.kind === 'func' || callee.kind === 'method'
      const values = isFunction ? proven.map((use) => leadOf(use, 'resolved')) : []
      // What the caller hands over is looked into before what it calls: that is the usual shape of a command.
      const steps = [...uses.filter(({ how }) => how === 'value'), ...uses.filter(({ how }) => how === 'call')]
      const further = values.length > 0 ? [] : await throughHelpers(steps, callee, new Set([caller.symbol, callee.symbol]))
      return [...further, ...values, ...candidates]
    },
  }
}

/** Several declarations may have one symbol: for other systems, or in programs that lie beside a package. The file tells them apart. */
function isProven({ reference: { status, target } }: Use, callee: Declaration): boolean {
  return status === 'resolved' && target?.symbol === callee.symbol && (target.file === null || target.file === callee.file)
}

/** Whether a call by the callee's name may go there: nothing proves the opposite. */
async function mayBe(index: GoIndex, { reference, selected }: Use, callee: Declaration): Promise<boolean> {
  const { name, status, target, candidates } = reference
  if (name !== callee.name) return false
  if (status === 'candidate') return candidates.includes(callee.symbol)
  const isMethod = callee.owner !== undefined && selected
  if (status === 'unknown') return isMethod
  return isMethod && target !== null && target.symbol !== callee.symbol && (await isInterfaceMethod(index, target))
}

function leadOf({ file, line, column, endLine, endColumn, how, through }: Use, status: Lead['status'], owner = through, via?: string): Lead {
  return { file, line, column, endLine, endColumn, how, status, through: owner, via }
}

/** The one function or method that a reference leads to: there, or where only the symbol is known, what is built for linux on amd64. */
function functionOf(index: GoIndex, { symbol, file }: Target): Declaration | undefined {
  const all = index.bySymbol(symbol).filter(({ kind }) => kind === 'func' || kind === 'method')
  const meant = all.filter((one) => (file === null ? holdsOnLinux(one.buildConstraint) : one.file === file))
  return meant.length === 1 ? meant[0] : undefined
}
