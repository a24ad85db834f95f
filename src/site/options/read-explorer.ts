import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WalkthroughConfig, WaymarkConfig } from '../../config/index.ts'
import { loadLab } from '../../lab/index.ts'
import type { KnownOptions } from '../../markdown/options/index.ts'
import { LAB } from '../data/links.ts'
import type { ExplorerData } from './explorer-data.ts'
import { chapterTitle, findMentions, type ChapterText } from './find-mentions.ts'
import { labLine } from './lab-line.ts'

/** What is known, and where lines of code are shown. */
export type ExplorerInput = KnownOptions & Pick<ExplorerData, 'lineUrl' | 'linePages'>

/** Reads the chapters for what the explorer tells of them. */
export async function readExplorer(config: WaymarkConfig, root: string, known: ReadonlyMap<string, ExplorerInput>): Promise<Record<string, ExplorerData>> {
  const data: Record<string, ExplorerData> = {}
  for (const walkthrough of config.walkthroughs) {
    const input = known.get(walkthrough.id)
    if (input === undefined) continue
    const isLabs = config.lab?.walkthrough === walkthrough.id
    const mentions: Record<string, ReturnType<typeof findMentions>> = {}
    for (const { locale } of config.languages) mentions[locale] = findMentions(await readChapters(config, walkthrough, root, locale))
    const lab = isLabs ? (await loadLab(config, root))?.lab : undefined
    data[walkthrough.id] = { ...input, line: lab && labLine(lab), mentions, hasErrorsChapter: hasErrorsChapter(root, walkthrough.id) }
  }
  return data
}

/** Whether somebody wrote a page about the errors; the explorer's own stands in where nobody did. */
export function hasErrorsChapter(root: string, walkthrough: string): boolean {
  return existsSync(join(root, 'content', 'docs', walkthrough, 'errors.md'))
}

async function readChapters(config: WaymarkConfig, { id, chapters }: WalkthroughConfig, root: string, locale: string): Promise<ChapterText[]> {
  const { lab } = config
  const addresses = [...chapters.map((chapter) => `${id}/${chapter}`), ...(lab?.walkthrough === id ? lab.chapters.map((chapter) => `${LAB}/${chapter}`) : [])]
  const texts = addresses.map(async (address) => {
    const file = join(root, 'content', 'docs', ...(locale === 'root' ? [] : [locale]), ...address.split('/')) + '.md'
    const text = await readFile(file, 'utf8').catch(() => '')
    return { address, text, title: chapterTitle(text) ?? address }
  })
  return Promise.all(texts)
}
