import { listAnchors, noteDirective, type LineAnchor } from '../../src/authoring/index.ts'
import { writeLines } from '../index/write-lines.ts'
import type { ChapterCommand } from './chapter-command.ts'
import { openCode } from './open-code.ts'

/** What a pasted note begins with. */
const PLACEHOLDER = 'What the code cannot say.'

/** `chapter -- note <symbol>`: every line that a note can hold on to, with the directive to paste. */
export const noteAnchors: ChapterCommand = {
  help: 'list the lines of a declaration that a note can hold on to, each with its anchor',
  async run(command, { name, flags }, context) {
    if (name === undefined) return command.error('Which declaration? For example: npm run chapter -- note app.Complete')
    const code = await openCode(flags, context)
    const [declared] = code.declared([name])
    if (declared === undefined) return 1
    const lines = listAnchors(declared, new Set(code.pathNames))
    const { file, startLine, endLine } = declared.declaration
    await writeLines(flags.json === true ? lines.map((line) => asJson(file, line)) : asText(`${code.short(declared)}  ${file}:${startLine}–${endLine}`, lines), process.stdout)
    return 0
  },
}

const asJson = (file: string, { line, code, anchor, reason }: LineAnchor): string =>
  JSON.stringify({ file, line, code, at: anchor.text, ...(anchor.nth === undefined ? {} : { nth: anchor.nth }), ...(reason === undefined ? {} : { reason }), directive: noteDirective(anchor, PLACEHOLDER) })

/** A line of code, and below it the line to paste; what is worth a note first of all has a mark. */
function* asText(head: string, lines: readonly LineAnchor[]): Generator<string> {
  yield head
  yield ''
  for (const { line, code, anchor, reason } of lines) {
    yield `${reason === undefined ? ' ' : '›'} ${String(line).padStart(5)}  ${code}`
    yield `         ${noteDirective(anchor, '').split('\n')[0] ?? ''}`
  }
  yield ''
  yield `Put one inside the excerpt, ::::go{symbol="…"} … ::::, with your sentences and ::: below it. › marks lines that lead on, set a value, check an error or return.`
}
