/** Fills a URL template such as `https://host/repo/blob/{commit}/{path}#L{start}-L{end}`. */
export function codeUrl(
  template: string,
  values: { commit: string; tag: string; path: string; start: number | string; end: number | string },
): string {
  const path = values.path.split('/').map(encodeURIComponent).join('/')
  const fill: Record<string, string> = {
    commit: encodeURIComponent(values.commit),
    tag: encodeURIComponent(values.tag),
    path,
    start: String(values.start),
    end: String(values.end),
  }
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole)
}
