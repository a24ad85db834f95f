import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { WalkthroughConfig, WaymarkConfig } from '../../src/config/index.ts'
import { readPage } from '../../src/lab/read/read-page.ts'
import { collectBindings } from '../../src/markdown/bindings/index.ts'
import { CONTENT_FOLDER, locateChapter } from '../../src/markdown/index.ts'
import { binding, type Binding } from '../../src/upgrade/index.ts'

/** A chapter with what it holds on to. */
export interface BoundChapter {
  /** Path from the project's root. */
  readonly file: string
  readonly text: string
  readonly bindings: readonly Binding[]
}

/** The chapters of a walkthrough in every language, and those of the lab where it is the lab's. */
export async function gatherChapters(config: WaymarkConfig, walkthrough: WalkthroughConfig, projectRoot: string): Promise<BoundChapter[]> {
  const locales = config.languages.map(({ locale }) => locale).filter((locale) => locale !== 'root')
  const lab = config.lab?.walkthrough === walkthrough.id ? config.lab : undefined
  const files = (await glob(`${CONTENT_FOLDER}/**/*.md`, { cwd: projectRoot })).sort()
  const chapters: BoundChapter[] = []
  for (const file of files) {
    const located = locateChapter(file.slice(CONTENT_FOLDER.length + 1), locales, [walkthrough.id, 'lab'])
    if (located.walkthrough !== walkthrough.id && (lab === undefined || located.walkthrough !== 'lab')) continue
    const text = await readFile(join(projectRoot, file), 'utf8')
    chapters.push({ file, text, bindings: [...collectBindings(text, file), ...(lab === undefined ? [] : stepFlags(text, file, lab, located.chapter))] })
  }
  return chapters
}

/** Flags that the lab's own commands give to its program. */
function stepFlags(text: string, file: string, lab: NonNullable<WaymarkConfig['lab']>, chapter: string): Binding[] {
  return readPage(text, lab, file, chapter).steps.flatMap(({ fences }) =>
    fences.flatMap(({ template }) =>
      template.flatMap((part) => (part.kind === 'flag' ? [binding({ kind: 'flag', use: 'step-flag', text: part.text, place: { file, line: part.line, column: part.column } })] : [])),
    ),
  )
}
