import type { ParameterConfig } from '../../../config/index.ts'
import { fromStored, type ReaderValues } from './reader-values.ts'

/** Where the values are kept in the browser. */
export const VALUES_KEY = 'waymark-lab-values'

/** The values kept in this browser; none where storage is switched off. */
export function keptValues(parameters: readonly ParameterConfig[]): ReaderValues {
  try {
    return fromStored(parameters, localStorage.getItem(VALUES_KEY))
  } catch {
    return {}
  }
}

/** Keeps values, or forgets them when all are defaults; without storage they last as long as the page. */
export function keepValues(values: ReaderValues): void {
  try {
    if (Object.keys(values).length === 0) localStorage.removeItem(VALUES_KEY)
    else localStorage.setItem(VALUES_KEY, JSON.stringify(values))
  } catch {}
}
