import { evaluateGo } from './go-expression.ts'
import { lookupIn, type OptionState } from './option-state.ts'
import type { TryCheck, TryData } from './try-data.ts'

/** What can be said of a check without running the program. */
export interface JudgedCheck {
  readonly check: TryCheck
  /** `fails`: its condition certainly holds; `passes`: it certainly doesn't; `depends`: only the program knows. */
  readonly verdict: 'fails' | 'passes' | 'depends'
}

/** Judges each check by its condition on the options as they are after completion. */
export function judgeChecks({ checks }: Pick<TryData, 'checks'>, state: OptionState): JudgedCheck[] {
  return checks.map((check) => {
    const holds = check.condition === null ? undefined : evaluateGo(check.condition, lookupIn(state, check.fields))
    return { check, verdict: holds === true ? 'fails' : holds === false ? 'passes' : 'depends' }
  })
}
