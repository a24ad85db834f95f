import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { inject } from 'vitest'

/** A page of the built site. */
export interface SitePage {
  /** Path after the address of the site, without a slash in front: `zh-cn/kube-apiserver/main/`. */
  readonly path: string
  readonly html: string
}

/** Every page of the built site, the home pages and the one for what is not found included. */
export function sitePages(): SitePage[] {
  const { folder } = inject('site')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith(`pagefind${sep}`))
    .map((file) => file.replaceAll(sep, '/'))
    .sort()
    .map((file) => ({ path: file.replace(/(^|\/)index\.html$/, '$1'), html: readFileSync(join(folder, file), 'utf8') }))
}

/** Chapters with at least one excerpt; pages about declarations show code too, and are no chapters. */
export function chapters(): SitePage[] {
  return sitePages().filter(({ path, html }) => html.includes('class="wm-excerpt') && !/\/code\//.test(path))
}
