/** What stands after the language of a fence: words, and names with values. */
export interface FenceInfo {
  readonly words: readonly string[]
  readonly values: Readonly<Partial<Record<string, string>>>
}

/** Reads `service name="etcd" ready='curl …'`. A value may hold the other kind of quotes. */
export function readFenceInfo(meta: string): FenceInfo {
  const words: string[] = []
  const values: Record<string, string> = {}
  for (const [, name, double, single, word] of meta.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)')|(\S+)/g)) {
    if (word !== undefined) words.push(word)
    else if (name !== undefined) values[name] = double ?? single ?? ''
  }
  return { words, values }
}
