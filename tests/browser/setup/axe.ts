import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Results = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>

/** As it lies beside the package that brings it. Handed to a page once, where `AxeBuilder` would do so for each look. */
const source = readFileSync(createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')

/** Makes `violations` work on the page that is open; what is evaluated from outside is not subject to the page's policy. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(source)
}

/** What axe objects to on the page as it is now, by all its default rules, in a form that a failed test shows whole. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate((): Promise<Results> => {
    const { axe } = globalThis as unknown as { axe: { run(where: Document, options: object): Promise<Results> } }
    return axe.run(document, { resultTypes: ['violations'] })
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`))
}
