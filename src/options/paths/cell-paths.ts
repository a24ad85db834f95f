import { tableOf, type Cell, type Value } from '../machine/index.ts'

const DEEPEST = 14

/** The path of every cell that can be reached from the options, the shortest first found: `s.Etcd.StorageConfig.Prefix`. */
export function cellPaths(variable: string, options: Value): Map<Cell, string> {
  const paths = new Map<Cell, string>()
  let level: { path: string; value: Value }[] = [{ path: variable, value: options }]
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: { path: string; value: Value }[] = []
    const visit = (path: string, cell: Cell): void => {
      if (paths.has(cell)) return
      paths.set(cell, path)
      next.push({ path, value: cell.state.value })
    }
    for (const { path, value } of level) {
      if (value.kind === 'pointer') visit(path, value.cell)
      else if (value.kind === 'struct') for (const [name, cell] of value.fields) visit(`${path}.${name}`, cell)
      else if (value.kind === 'slice' || value.kind === 'array') value.cells.forEach((cell, index) => visit(`${path}[${index}]`, cell))
      else if (value.kind === 'map') for (const { key, cell } of tableOf(value)?.values() ?? []) visit(`${path}[${'value' in key ? String(key.value) : '?'}]`, cell)
    }
    level = next
  }
  return paths
}

/** The path of the first cell that a value leads to: what a flag fills. */
export function pathReached(value: Value | undefined, paths: ReadonlyMap<Cell, string>, depth = 4): string | undefined {
  if (value === undefined || depth < 0) return undefined
  if (value.kind === 'pointer') return paths.get(value.cell) ?? pathReached(value.cell.state.value, paths, depth - 1)
  if (value.kind !== 'struct') return undefined
  for (const cell of value.fields.values()) {
    const path = pathReached(cell.state.value, paths, depth - 1)
    if (path !== undefined) return path
  }
  return undefined
}
