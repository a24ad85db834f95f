/** What a script said at its marks, in order. */
export interface Transcript {
  /** What each `run` printed, by step and index of its fence: `etcd:1`. */
  readonly outputs: ReadonlyMap<string, string>
  readonly skipped: ReadonlySet<string>
  readonly performed: ReadonlySet<string>
}

/** Cuts what a script printed at the marks that `WAYMARK_MARKS=<sign>` makes it print. */
export function readTranscript(text: string, sign: string): Transcript {
  const outputs = new Map<string, string>()
  const skipped = new Set<string>()
  const performed = new Set<string>()
  const [, ...pieces] = text.split(new RegExp(`(?:^|\\n)${sign} ([^\\n]*)\\n`))
  for (let at = 0; at < pieces.length; at += 2) {
    const [what, step = '', fence = ''] = (pieces[at] ?? '').split(' ')
    if (what === 'run') outputs.set(`${step}:${fence}`, pieces[at + 1] ?? '')
    if (what === 'skip') skipped.add(step)
    if (what === 'over') performed.add(step)
  }
  return { outputs, skipped, performed }
}
