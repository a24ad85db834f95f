/**
 * The subcommands of `npm run chapter`: the disk, the terminal and the Go tree at the edge of `src/authoring`.
 */
import type { ChapterCommand } from './chapter-command.ts'
import { newChapter } from './new-chapter.ts'
import { noteAnchors } from './note-anchors.ts'

export { titleOption, type ChapterFlags } from './chapter-command.ts'

export const commands: Readonly<Record<string, ChapterCommand>> = { new: newChapter, note: noteAnchors }
