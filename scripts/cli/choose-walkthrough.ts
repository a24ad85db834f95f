import type { WalkthroughConfig } from '../../src/config/index.ts'
import { WaymarkError } from '../../src/report/index.ts'

/** The walkthrough of an id, or the first where none is asked for. @throws WaymarkError `walkthrough-unknown`. */
export function chooseWalkthrough(walkthroughs: readonly WalkthroughConfig[], id: string | undefined): WalkthroughConfig {
  const chosen = id === undefined ? walkthroughs[0] : walkthroughs.find((walkthrough) => walkthrough.id === id)
  if (chosen !== undefined) return chosen
  throw new WaymarkError({
    code: 'walkthrough-unknown',
    severity: 'error',
    message: `there is no walkthrough ${id ?? ''}`,
    candidates: walkthroughs.map((walkthrough) => walkthrough.id),
    fix: 'Name one of these with --walkthrough.',
  })
}
