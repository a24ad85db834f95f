import type { Cell, State } from './value.ts'

/** Every change of a cell, so that a branch that may or may not be taken can be undone. */
export interface Journal {
  write(cell: Cell, state: State): void
  /** How many changes there have been. */
  mark(): number
  /** Cells changed since a mark, with what they held before. */
  since(mark: number): Map<Cell, State>
  undo(mark: number): void
  /** Runs something whose changes no undo may touch: what a package does once for all. */
  apart<Result>(run: () => Result): Result
}

/** An empty journal. */
export function openJournal(): Journal {
  let entries: { cell: Cell; state: State }[] = []
  return {
    write(cell, state) {
      entries.push({ cell, state: cell.state })
      cell.state = state
    },
    mark: () => entries.length,
    since(mark) {
      const before = new Map<Cell, State>()
      for (let index = mark; index < entries.length; index++) {
        const { cell, state } = entries[index]!
        if (!before.has(cell)) before.set(cell, state)
      }
      return before
    },
    undo(mark) {
      for (let index = entries.length - 1; index >= mark; index--) {
        const { cell, state } = entries[index]!
        cell.state = state
      }
      entries.length = mark
    },
    apart(run) {
      const outer = entries
      entries = []
      try {
        return run()
      } finally {
        entries = outer
      }
    },
  }
}
