import type { WalkthroughConfig, WaymarkConfig } from '../../src/config/index.ts'
import { nearest, WaymarkError } from '../../src/report/index.ts'

/** The walkthrough of that id, or the first. @throws WaymarkError `walkthrough-unknown`. */
export function chooseWalkthrough({ walkthroughs }: WaymarkConfig, id: string | undefined): WalkthroughConfig {
  const known = walkthroughs.map((walkthrough) => walkthrough.id)
  const chosen = id === undefined ? walkthroughs[0] : walkthroughs.find((walkthrough) => walkthrough.id === id)
  if (chosen !== undefined) return chosen
  throw new WaymarkError({
    code: 'walkthrough-unknown',
    severity: 'error',
    message: `There is no walkthrough "${id ?? ''}".`,
    expected: known.join(', '),
    found: id,
    candidates: nearest(id ?? '', known),
    fix: 'Name one of those in walkthrough.config.ts.',
  })
}
