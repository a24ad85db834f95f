import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroUserConfig } from 'astro'
import { themeScript } from '../theme/theme-script.ts'

type Csp = NonNullable<NonNullable<AstroUserConfig['security']>['csp']>
type Hash = `sha256-${string}`

/** Starlight's components that put a script into the page as it is, so that Astro doesn't know its hash. */
const withInlineScript = ['Search']

/**
 * A policy under which nothing leaves the origin and no script runs that the build didn't make.
 *
 * - `'wasm-unsafe-eval'`: Pagefind's search index is WebAssembly.
 * - `'unsafe-inline'` for style attributes only: Expressive Code colours tokens with them.
 */
export function contentSecurityPolicy(): Csp {
  return {
    algorithm: 'SHA-256',
    directives: [
      "default-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
    ],
    scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [hashOf(themeScript), ...withInlineScript.flatMap(inlineScriptHashes)] },
    styleDirective: { resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }] },
  }
}

/** Hashes of the inline scripts in one of Starlight's components, read from its source so that an update can't be missed. */
function inlineScriptHashes(component: string): Hash[] {
  const file = fileURLToPath(import.meta.resolve(`@astrojs/starlight/components/${component}.astro`))
  return inlineScripts(readFileSync(file, 'utf8')).map(hashOf)
}

/** The texts of the `is:inline` scripts of an Astro component. */
export function inlineScripts(astroSource: string): string[] {
  return [...astroSource.matchAll(/<script[^>]*\bis:inline\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')
}

/** CSP hash of a script's text. */
export function hashOf(text: string): Hash {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
