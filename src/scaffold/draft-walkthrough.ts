import type { WaymarkConfigInput } from '../config/schema.ts'
import { shortSymbol, type GoIndex } from '../golang/index.ts'
import { chapterWords } from './chapter-words.ts'
import { chooseAliases } from './choose-aliases.ts'
import type { LicenseNote } from './read-license.ts'
import type { TracedPath } from './trace-path.ts'
import { alsoNamed, writeChapter } from './write-chapter.ts'
import { writeConfig } from './write-config.ts'

/** What a draft is made from, besides the index. */
export interface DraftParts {
  readonly index: GoIndex
  /** Of the walkthrough; names its folders and files. */
  readonly id: string
  /** As readers know the project. */
  readonly project: string
  readonly version: string
  readonly source: WaymarkConfigInput['walkthroughs'][number]['source']
  readonly license: LicenseNote & { readonly url: string }
  readonly path: TracedPath
}

/** A walkthrough as its config has it, and the texts of the files to write, by path from the project's root. */
export interface Draft {
  readonly config: WaymarkConfigInput
  readonly files: ReadonlyMap<string, string>
}

/** A project of up to this many packages is read whole; of a larger one, the packages the first chapter speaks of. */
const READ_WHOLE = 60
const CHAPTER = 'first-steps'

const LANGUAGES = [
  { locale: 'root', tag: 'en', label: 'English' },
  { locale: 'zh-cn', tag: 'zh-CN', label: '简体中文' },
] as const

/** Writes the config and the first chapter in both languages. */
export function draftWalkthrough({ index, id, project, version, source, license, path }: DraftParts): Draft {
  const spokenOf = [...path.stops.map(({ declaration }) => declaration.symbol), ...alsoNamed(path)].flatMap((symbol) => index.bySymbol(symbol).slice(0, 1))
  const importPaths = [...new Set(spokenOf.map(({ importPath }) => importPath))]
  const aliases = chooseAliases(importPaths.map((importPath) => ({ importPath, name: index.packageName(importPath) ?? 'main' })))
  const short = (symbol: string): string => {
    const [declaration] = index.bySymbol(symbol)
    return declaration === undefined ? symbol : shortSymbol(index, aliases, declaration)
  }
  const labels = labelsOf(path, short)
  const stop = (at: number): WaymarkConfigInput['walkthroughs'][number]['path'][number] => {
    const { declaration, next } = path.stops[at] as TracedPath['stops'][number]
    const before = path.stops[at - 1]?.declaration.symbol
    const to = next && (labels.get(next.declaration.symbol) ?? next.declaration.name)
    const summary = (words: (typeof chapterWords)['en']): string => (to === undefined ? words.summaryLast : words.summary(to))
    return {
      symbol: short(declaration.symbol),
      ...(before === undefined ? {} : { calledBy: short(before) }),
      chapter: CHAPTER,
      label: labels.get(declaration.symbol) ?? declaration.name,
      summary: { en: summary(chapterWords.en), 'zh-CN': summary(chapterWords['zh-CN']) },
    }
  }
  const config: WaymarkConfigInput = {
    title: project,
    languages: LANGUAGES.map((language) => ({ ...language })),
    walkthroughs: [
      {
        id,
        title: { en: chapterWords.en.walkthrough(project), 'zh-CN': chapterWords['zh-CN'].walkthrough(project) },
        lead: { en: chapterWords.en.description(project, version), 'zh-CN': chapterWords['zh-CN'].description(project, version) },
        version,
        source,
        license,
        packages: index.packages().length <= READ_WHOLE ? ['...'] : foldersOf(spokenOf),
        aliases,
        path: path.stops.map((_, at) => stop(at)),
        chapters: [CHAPTER],
      },
    ],
  }
  const files = new Map([['walkthrough.config.ts', writeConfig(config)]])
  for (const { locale, tag } of LANGUAGES) {
    const text = writeChapter({ project, version, path, words: chapterWords[tag], short, labels, textOf: (file) => index.text(file) })
    files.set(`content/docs/${locale === 'root' ? '' : `${locale}/`}${id}/${CHAPTER}.md`, text)
  }
  return { config, files }
}

/** A stop is called by its own name, or where two would be called alike, with its package in front. */
function labelsOf(path: TracedPath, short: (symbol: string) => string): Map<string, string> {
  const plain = path.stops.map(({ declaration: { symbol, importPath } }) => [symbol, symbol.slice(importPath.length + 1)] as const)
  return new Map(plain.map(([symbol, label]) => [symbol, plain.filter(([, other]) => other === label).length > 1 ? short(symbol) : label]))
}

function foldersOf(declarations: readonly { readonly file: string }[]): string[] {
  return [...new Set(declarations.map(({ file }) => file.slice(0, Math.max(0, file.lastIndexOf('/'))) || '.'))].sort()
}
