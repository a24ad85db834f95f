import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabConfig, WaymarkConfig } from '../config/index.ts'
import type { Diagnostic } from '../report/index.ts'
import { checkSteps } from './read/check-steps.ts'
import { compareLanguages } from './read/compare-languages.ts'
import { readPage, type ReadPage } from './read/read-page.ts'
import type { Lab } from './lab.ts'
import type { Step } from './step.ts'
import { VERIFIED_FILE, verifiedSchema, type Verified } from './verified.ts'

/** The lab, and what is wrong with it as a whole or in its chapters, in any language. */
export interface LoadedLab {
  readonly lab: Lab
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the lab's chapters; undefined for a project without a lab. Steps come from the first language's chapters; those of
 * the others have to hold the same.
 *
 * A chapter that is not written yet is reported and left out.
 */
export async function loadLab(config: WaymarkConfig, projectRoot: string): Promise<LoadedLab | undefined> {
  const { lab, languages } = config
  if (lab === undefined) return undefined
  const diagnostics: Diagnostic[] = []
  const byLocale = new Map<string, Step[]>()
  for (const { locale } of languages) {
    const steps: Step[] = []
    for (const chapter of lab.chapters) {
      const file = `content/docs/${locale === 'root' ? '' : `${locale}/`}lab/${chapter}.md`
      if (!existsSync(join(projectRoot, file))) {
        diagnostics.push(chapterMissing(chapter, file, locale === 'root'))
        continue
      }
      const page = pageOf(await readFile(join(projectRoot, file), 'utf8'), lab, file, chapter)
      diagnostics.push(...page.diagnostics)
      steps.push(...page.steps)
    }
    byLocale.set(locale, steps)
  }
  const steps = byLocale.get('root') ?? []
  diagnostics.push(...checkSteps(steps, lab))
  for (const [locale, translated] of byLocale) if (locale !== 'root') diagnostics.push(...compareLanguages(steps, translated))
  return { lab: { config: lab, steps, verified: readVerified(projectRoot) }, diagnostics }
}

/** Pages as they were last read, by file: several parts of a build ask for the lab, and each edit of any page does. */
const LAST_READ = new WeakMap<LabConfig, Map<string, { readonly text: string; readonly page: ReadPage }>>()

function pageOf(text: string, lab: LabConfig, file: string, chapter: string): ReadPage {
  const known = LAST_READ.get(lab) ?? new Map<string, { readonly text: string; readonly page: ReadPage }>()
  LAST_READ.set(lab, known)
  const last = known.get(file)
  if (last?.text === text) return last.page
  const page = readPage(text, lab, file, chapter)
  known.set(file, { text, page })
  return page
}

/**
 * The record of the last full run; undefined where there is none.
 *
 * @throws ZodError when somebody wrote it by hand, and wrongly.
 */
export function readVerified(projectRoot: string): Verified | undefined {
  const file = join(projectRoot, VERIFIED_FILE)
  return existsSync(file) ? verifiedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

const chapterMissing = (chapter: string, file: string, first: boolean): Diagnostic => ({
  code: 'chapter-missing',
  severity: first ? 'error' : 'warning',
  message: `The lab’s chapter "${chapter}" has no page here.`,
  file,
  fix: 'Write it, or take it off lab.chapters in walkthrough.config.ts.',
})
