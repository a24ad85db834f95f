import type { WaymarkConfigInput } from '../config/schema.ts'

/** The text of `walkthrough.config.ts` for a config, laid out as a person would. */
export function writeConfig(config: WaymarkConfigInput): string {
  return `import { defineConfig } from './src/config/index.ts'

// What each setting holds is said in src/config/schema.ts.
export default defineConfig(${write(config, '')})
`
}

/** Widest object or list that stays on one line. */
const WIDTH = 110

function write(value: unknown, indent: string): string {
  if (typeof value === 'string') return quoted(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) return laidOut('[', value.map((item) => write(item, inner)), ']', indent)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return laidOut('{', entries.map(([key, item]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : quoted(key)}: ${write(item, inner)}`), '}', indent)
}

function laidOut(open: string, items: readonly string[], close: string, indent: string): string {
  const space = open === '{' && items.length > 0 ? ' ' : ''
  const flat = `${open}${space}${items.join(', ')}${space}${close}`
  if (!flat.includes('\n') && flat.length + indent.length <= WIDTH) return flat
  return `${open}\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}${close}`
}

/** In single quotes, as the rest of the project has it. */
function quoted(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inside}'`
}
