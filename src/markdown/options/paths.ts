/** A path's names, indexes with their brackets: `s.Etcd.Map["a.b"]` → `s`, `Etcd`, `Map`, `["a.b"]`. */
export function splitPath(path: string): string[] {
  return path.match(/\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]|[^.[\]]+/g) ?? []
}

/** Whether a path is another one or lies inside it. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)))
}

/** Whether one of two paths holds the other: setting either changes both. */
export function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one)
}

/** A path as the id of an element: ids hold no white space. */
export function pathId(path: string): string {
  return path.replace(/\s/g, '_')
}
