import type { ContainerDirective } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { LabConfig } from '../../config/index.ts'
import type { Diagnostic } from '../../report/index.ts'
import type { Step } from '../step.ts'
import { readStep } from './read-step.ts'

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective)

/** What a chapter of the lab holds. */
export interface ReadPage {
  readonly steps: readonly Step[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The steps of a chapter, in order, and what is wrong with them. Reads the same Markdown as the site does. */
export function readPage(text: string, lab: LabConfig, file: string, chapter: string): ReadPage {
  const steps: Step[] = []
  const diagnostics: Diagnostic[] = []
  visit(parser.parse(text), 'containerDirective', (node: ContainerDirective) => {
    if (node.name !== 'step') return
    const read = readStep(node, lab, file, chapter)
    diagnostics.push(...read.diagnostics)
    if (read.step !== undefined) steps.push(read.step)
  })
  return { steps, diagnostics }
}
