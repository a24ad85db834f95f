import { evaluateGo } from './go-expression.ts'
import { lookupIn, lookupPaths, type OptionState } from './option-state.ts'
import type { TryCheck, TryData } from './try-data.ts'

/** What can be said of a check without running the program. */
export interface JudgedCheck {
  readonly check: TryCheck
  /** `fails`: its condition certainly holds; `passes`: it certainly doesn't; `depends`: only the program knows. */
  readonly verdict: 'fails' | 'passes' | 'depends'
}

/** Judges each check by its condition on the options as they are after completion. */
export function judgeChecks({ checks, variable }: Pick<TryData, 'checks' | 'variable'>, state: OptionState): JudgedCheck[] {
  return checks.map((check) => {
    const { test, condition, fields } = check
    const holds = test !== null ? evaluateGo(test, lookupPaths(state, variable)) : condition === null ? undefined : evaluateGo(condition, lookupIn(state, fields))
    return { check, verdict: holds === true ? 'fails' : holds === false ? 'passes' : 'depends' }
  })
}
