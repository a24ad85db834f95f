import type { OptionsOutcome, Place } from './model.ts'

/** Every place in the source that facts about options name, each once. */
export function placesIn(outcome: OptionsOutcome): Place[] {
  const found = new Map<string, Place>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if (isPlace(part)) found.set(`${part.file}:${part.line}:${part.column}`, part)
    else for (const inner of Object.values(part)) visit(inner)
  }
  visit(outcome)
  return [...found.values()]
}

function isPlace(part: object): part is Place {
  return 'file' in part && 'line' in part && 'column' in part
}
