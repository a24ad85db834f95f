import type { WalkthroughConfig } from '../../src/config/index.ts'
import { nearest, WaymarkError } from '../../src/report/index.ts'

/** The walkthrough of an id, or the first where none is asked for. @throws WaymarkError `walkthrough-unknown`. */
export function chooseWalkthrough(walkthroughs: readonly WalkthroughConfig[], id: string | undefined): WalkthroughConfig {
  const chosen = id === undefined ? walkthroughs[0] : walkthroughs.find((walkthrough) => walkthrough.id === id)
  if (chosen !== undefined) return chosen
  const known = walkthroughs.map((walkthrough) => walkthrough.id)
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
