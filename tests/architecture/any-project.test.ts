import { describe, expect, it } from 'vitest'
import { projectFiles, readProjectFile } from './project-files.ts'

/** Names of the flagship walkthrough's subject, which no other project has. */
const NAMES = /kube|k8s|etcd|apiserver|klog/i

/**
 * Where such names stand in code all the same, and why. What a walkthrough is about belongs into its config and content;
 * these are the parts that are about more than one program, but not about any.
 */
const ALLOWED: readonly (readonly [place: RegExp, why: string])[] = [
  [/^src\/site\/lab\//, 'the lab’s two viewers: of OpenAPI documents, and of the keys and values of etcd'],
  [/^src\/site\/integration\/(virtual-lab|lab-routes|waymark)\.ts$/, 'the routes of those viewers'],
  [/^src\/site\/content\/interface-strings\.ts$/, 'the words of those viewers'],
  [/^src\/markdown\/diagrams\/(strings|draw-components)/, 'the one drawing that is no result of a computation: ::diagram{name="components"}'],
  [/^src\/options\/(trace\/error-message|library\/log-functions)\.ts$/, 'libraries whose functions report errors and write logs, among others'],
]

/** A file's code without its comments, as far as telling names in it needs. */
function codeOf(file: string): string {
  return readProjectFile(file)
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/[^\n]*/g, '$1')
}

describe('src is for any Go project', () => {
  const naming = projectFiles(/^src\/.*\.(ts|astro|css|js|mjs)$/).flatMap((file) =>
    codeOf(file)
      .split('\n')
      .flatMap((line, at) => (NAMES.test(line) ? [{ file, place: `${file}:${at + 1}: ${line.trim().slice(0, 120)}` }] : [])),
  )

  it('and names none, but for the places that are listed', () => {
    expect(naming.filter(({ file }) => !ALLOWED.some(([place]) => place.test(file))).map(({ place }) => place)).toEqual([])
  })

  it.each(ALLOWED)('%s is still needed: %s', (place) => {
    expect(naming.some(({ file }) => place.test(file))).toBe(true)
  })

  it('nor do the words of the site, but for those of the lab’s viewers', () => {
    for (const file of ['content/i18n/en.json', 'content/i18n/zh-CN.json']) {
      const words = Object.entries(JSON.parse(readProjectFile(file)) as Record<string, string>)
      expect(words.filter(([key, text]) => NAMES.test(text) && !/^wm\.(etcd|openapi|lab|home\.lab)/.test(key)).map(([key]) => key)).toEqual([])
    }
  })
})
