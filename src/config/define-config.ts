import type { WaymarkConfigInput } from './schema.ts'

/** Gives `walkthrough.config.ts` its types; checking happens in `loadConfig`, which can name the file. */
export function defineConfig(config: WaymarkConfigInput): WaymarkConfigInput {
  return config
}
