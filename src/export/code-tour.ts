import type { PlainChapter, PlainExcerpt } from '../markdown/index.ts'
import { markdownOf } from './chapter-text.ts'

/** A step of a tour. A step without a file is a page of text. */
export interface CodeTourStep {
  readonly title?: string
  /** Markdown. */
  readonly description: string
  /** Path from the root of the reader's clone. */
  readonly file?: string
  /** One-based. */
  readonly line?: number
  /** A regular expression (multi-line) that finds the line in a clone where it has moved. */
  readonly pattern?: string
  /** One-based; what the editor selects. */
  readonly selection?: { readonly start: CodeTourPosition; readonly end: CodeTourPosition }
}

/** One-based. */
export interface CodeTourPosition {
  readonly line: number
  readonly character: number
}

/** A `.tour` file of VS Code's CodeTour extension, after the schema it publishes (microsoft/codetour, schema.json). */
export interface CodeTour {
  readonly $schema: 'https://aka.ms/codetour-schema'
  readonly title: string
  readonly description?: string
  /** The commit, tag or branch that the lines are lines of. */
  readonly ref?: string
  readonly isPrimary?: boolean
  /** Title of the tour that comes after. */
  readonly nextTour?: string
  readonly steps: readonly CodeTourStep[]
}

/** What a tour takes from beyond its chapter. */
export interface TourSurroundings {
  readonly ref: string | undefined
  /** Folder of the Go tree below the root of the clone, with a slash at its end; empty where the tree is the clone. */
  readonly folder: string
  readonly isPrimary: boolean
  readonly nextTour: string | undefined
}

/** A chapter as a tour: a page for what comes before the first excerpt, then a step for each excerpt and each of its notes. */
export function codeTour(chapter: PlainChapter, { ref, folder, isPrimary, nextTour }: TourSurroundings): CodeTour {
  const steps: CodeTourStep[] = []
  let prose = ''
  for (const block of chapter.blocks) {
    if (block.kind === 'prose') prose = markdownOf(block.nodes)
    else {
      if (steps.length === 0 && prose !== '') {
        steps.push({ title: chapter.title, description: prose })
        prose = ''
      }
      steps.push(...excerptSteps(block.excerpt, folder, prose))
      prose = ''
    }
  }
  if (prose !== '') steps.push({ title: chapter.title, description: prose })
  return {
    $schema: 'https://aka.ms/codetour-schema',
    title: chapter.title,
    ...(chapter.description === undefined ? {} : { description: chapter.description }),
    ...(ref === undefined ? {} : { ref }),
    ...(isPrimary ? { isPrimary } : {}),
    ...(nextTour === undefined ? {} : { nextTour }),
    steps,
  }
}

function excerptSteps({ view, notes }: PlainExcerpt, folder: string, prose: string): CodeTourStep[] {
  const file = `${folder}${view.file}`
  const lines = view.code ?? []
  const patternAt = (line: number): { pattern?: string } => {
    const pattern = linePattern(lines, line - view.startLine)
    return pattern === undefined ? {} : { pattern }
  }
  const head: CodeTourStep = {
    title: view.label,
    description: prose === '' ? `\`${view.label}\`` : prose,
    file,
    line: view.startLine,
    ...patternAt(view.startLine),
  }
  const rest = notes.flatMap(({ view: { number, range }, body }): CodeTourStep[] => {
    if (range === undefined) return []
    const { startLine, startColumn, endLine, endColumn } = range
    return [
      {
        title: `${view.label} · ${number}`,
        description: markdownOf(body),
        file,
        line: startLine,
        ...patternAt(startLine),
        selection: { start: { line: startLine, character: startColumn }, end: { line: endLine, character: endColumn } },
      },
    ]
  })
  return [head, ...rest]
}

/** A pattern for a line; undefined where there is no code, or where other lines of the excerpt read the same. */
function linePattern(lines: readonly string[], at: number): string | undefined {
  const text = lines[at]?.trim()
  if (text === undefined || text === '' || lines.filter((line) => line.trim() === text).length > 1) return undefined
  return `^\\s*${text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)}\\s*$`
}
