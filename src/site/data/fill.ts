/** Fills `{{name}}` in an interface string; a name nobody gave stays as it is, so that it's seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}
