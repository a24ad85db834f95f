import type { AstroLoggerDestination } from 'astro'

type Message = Parameters<AstroLoggerDestination['write']>[0]
type Listener = (message: Message) => void

/**
 * Who hears what Astro logs. Astro loads the destination of its log by module name, so the two sides can only meet in a
 * module's own state.
 */
const listeners = new Set<Listener>()

/** Calls `listener` with everything Astro logs until the returned function is called. */
export function hearLog(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Astro's log destination: prints nothing by itself. */
export default function buildLog(): AstroLoggerDestination {
  return {
    write: (message) => {
      for (const listener of listeners) listener(message)
    },
  }
}
