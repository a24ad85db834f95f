import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { snippets } from '../../src/authoring/index.ts'
import { projectRoot } from '../../src/config/index.ts'
import { configSchema } from '../../src/config/schema.ts'
import { frontMatterJson } from '../../src/site/content/front-matter.ts'
import type { ScriptContext } from '../cli/index.ts'

/**
 * The files that editors read, by path relative to the project's root: snippets, and JSON schemas of the config and of a
 * chapter's front matter, made from the very schemas that check them.
 */
export function editorFiles(): Map<string, string> {
  return new Map(
    Object.entries({
      '.vscode/waymark.code-snippets': snippets,
      '.vscode/schemas/walkthrough.schema.json': { title: 'walkthrough.config.ts', ...z.toJSONSchema(configSchema, { io: 'input' }) },
      '.vscode/schemas/front-matter.schema.json': { title: 'Front matter of a chapter', ...frontMatterJson },
    }).map(([file, value]) => [file, `${JSON.stringify(value, undefined, 2)}\n`]),
  )
}

/** `editor files`: writes them. */
export async function writeEditorFiles({ progress }: Pick<ScriptContext, 'progress'>): Promise<number> {
  for (const [file, text] of editorFiles()) {
    await mkdir(dirname(join(projectRoot, file)), { recursive: true })
    await writeFile(join(projectRoot, file), text)
    progress.say(`wrote ${file}`)
  }
  return 0
}
