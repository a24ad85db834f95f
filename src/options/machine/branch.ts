import { DeadEnd, LoopUnknown, withProbe, type Frame, type Machine, type Probe, type Signal } from './machine.ts'
import { changedSince, merged, mergeInto } from './merge.ts'
import { unknown, type Cell, type Spot, type Unknown, type Value } from './value.ts'

interface Way {
  readonly signal: Signal
  readonly changed: Map<Cell, Value>
}

/**
 * Goes both ways where a condition is not known: what both agree on is known afterwards. A way that returns is kept in the
 * frame until the call ends; one that ends the program does not count.
 */
export function bothWays(machine: Machine, condition: Unknown, frame: Frame, first: () => Signal, second: () => Signal): Signal {
  const { why, at } = condition
  const mark = machine.journal.mark()
  const go = (way: () => Signal): Way | DeadEnd => {
    try {
      const signal = way()
      return { signal, changed: changedSince(machine, mark) }
    } catch (error) {
      if (error instanceof DeadEnd) return error
      throw error
    }
  }
  const a = go(first)
  const returnedA = a instanceof DeadEnd ? undefined : allSince(machine, frame, a)
  machine.journal.undo(mark)
  const b = go(second)
  if (b instanceof DeadEnd) {
    machine.journal.undo(mark)
    if (a instanceof DeadEnd) throw a
    apply(machine, a.changed, at)
    return a.signal
  }
  if (a instanceof DeadEnd) return b.signal
  if (a.signal === undefined && b.signal === undefined) {
    mergeInto(machine, mark, a.changed, why, at)
    return undefined
  }
  if (a.signal?.kind === 'return' && b.signal?.kind === 'return') {
    mergeInto(machine, mark, a.changed, why, at)
    return { kind: 'return', value: merged(a.signal.value, b.signal.value, why, at) }
  }
  if (a.signal?.kind === 'return' && b.signal === undefined) {
    frame.pending.push({ values: returnedA ?? a.changed, value: a.signal.value, why, at })
    return undefined
  }
  if (b.signal?.kind === 'return' && a.signal === undefined) {
    frame.pending.push({ values: allSince(machine, frame, b), value: b.signal.value, why, at })
    machine.journal.undo(mark)
    apply(machine, a.changed, at)
    return undefined
  }
  if (!isPassedOver(machine.probe, a.signal) || !isPassedOver(machine.probe, b.signal)) throw new LoopUnknown(why, at)
  if (a.signal?.kind === 'return') frame.pending.push({ values: returnedA ?? a.changed, value: a.signal.value, why, at })
  else if (b.signal?.kind === 'return') {
    frame.pending.push({ values: allSince(machine, frame, b), value: b.signal.value, why, at })
    machine.journal.undo(mark)
    apply(machine, a.changed, at)
  } else mergeInto(machine, mark, a.changed, why, at)
  return undefined
}

/** Whether what is tried goes on behind a way that ends like this; a jump to a label is noted. */
function isPassedOver(probe: Probe | undefined, signal: Signal): boolean {
  if (signal === undefined || signal.kind === 'return') return true
  if (probe === undefined || (signal.kind === 'break' && signal.label === undefined && !probe.ownsBreak)) return false
  if (signal.label !== undefined) probe.labels.add(signal.label)
  return true
}

/** What every cell changed in this call holds at the end of a way that returns. */
function allSince(machine: Machine, frame: Frame, way: Way): Map<Cell, Value> {
  return way.signal?.kind === 'return' ? changedSince(machine, frame.start) : way.changed
}

function apply(machine: Machine, changed: ReadonlyMap<Cell, Value>, at: Spot): void {
  for (const [cell, value] of changed) machine.journal.write(cell, { value, at: cell.state.at ?? at, trail: machine.trail, before: undefined })
}

const MOST_ROUNDS = 3

/**
 * A loop of which it is not known how often it runs: whatever it changes is not known afterwards. What an earlier round may have
 * changed is not known in a later one either, which may therefore change more.
 */
export function perhapsOften(machine: Machine, condition: Unknown, frame: Frame, label: string | undefined, body: () => Signal): Signal {
  const { why, at } = condition
  const mark = machine.journal.mark()
  const pending = frame.pending.length
  let changed = new Map<Cell, Value>()
  let signal: Signal
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const [cell, value] of changed) if (value.kind !== 'native') machine.journal.write(cell, { value: unknown(why, at, cell.type), at, trail: machine.trail, before: undefined })
    frame.pending.length = pending
    signal = probed(machine, condition, mark, label, body)
    const now = changedSince(machine, mark)
    machine.journal.undo(mark)
    const isAll = now.size === changed.size
    changed = now
    if (isAll) break
  }
  for (const [cell, value] of changed) {
    // What natives keep is not forgotten but merged: a flag declared in such a loop is a flag that may be there.
    const next = value.kind === 'native' && cell.state.value.kind === 'native' ? merged(value, cell.state.value, why, at) : unknown(why, at, cell.type)
    machine.journal.write(cell, { value: next, at, trail: machine.trail, before: undefined })
  }
  if (signal?.kind === 'return') frame.pending.push({ values: changedSince(machine, frame.start), value: forgotten(signal.value, why, at), why, at })
  return undefined
}

/** Tries the body of a loop; a jump out of more than this loop makes what is around it unknown too. */
function probed(machine: Machine, { why, at }: Unknown, mark: number, label: string | undefined, body: () => Signal): Signal {
  const probe: Probe = { ownsBreak: true, labels: new Set() }
  let signal: Signal
  try {
    signal = withProbe(machine, probe, body)
  } catch (error) {
    if (error instanceof LoopUnknown) machine.journal.undo(mark)
    if (!(error instanceof DeadEnd)) throw error
  }
  const far = [...probe.labels, ...(signal?.kind !== 'return' && signal?.label !== undefined ? [signal.label] : [])].filter((one) => one !== label)
  if (far.length > 0 && machine.probe === undefined) {
    machine.journal.undo(mark)
    throw new LoopUnknown(why, at)
  }
  for (const one of far) machine.probe?.labels.add(one)
  return signal?.kind === 'return' ? signal : undefined
}

function forgotten(value: Value, why: string, at: Spot): Value {
  return value.kind === 'tuple' ? { kind: 'tuple', values: value.values.map((one) => forgotten(one, why, at)) } : unknown(why, at)
}
