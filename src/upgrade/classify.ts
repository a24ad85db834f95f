import type { Binding } from './binding.ts'
import { classifyFragment } from './classify-fragment.ts'
import { classifyKey } from './classify-key.ts'
import { classifyFlag, classifyHop, classifyPath } from './classify-name.ts'
import { classifySymbol } from './classify-symbol.ts'
import type { Comparison } from './comparison.ts'
import { verdict, type Verdict } from './verdict.ts'

/** What became of each binding, in the order given: exactly one verdict each. */
export async function classify(bindings: readonly Binding[], comparison: Comparison, onDone: (done: number) => void = () => undefined): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const one of bindings) {
    verdicts.push(await classifyOne(one, comparison))
    onDone(verdicts.length)
  }
  return verdicts
}

function classifyOne(binding: Binding, comparison: Comparison): Verdict | Promise<Verdict> {
  switch (binding.kind) {
    case 'symbol':
      return classifySymbol(binding, comparison)
    case 'key':
      return classifyKey(binding, comparison)
    case 'fragment':
      return classifyFragment(binding, comparison)
    case 'flag':
      return classifyFlag(binding, comparison)
    case 'hop':
      return classifyHop(binding, comparison)
    case 'file':
    case 'folder':
    case 'package':
      return classifyPath(binding, comparison)
    case 'version':
      return verdict({ binding, status: 'changed', reason: 'it repeats the version that is pinned now', needsPerson: true })
  }
}
