import { languageLag, type LanguagePage } from '../../src/authoring/index.ts'
import type { WaymarkConfig } from '../../src/config/index.ts'
import { CONTENT_FOLDER } from '../../src/markdown/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'

/**
 * Which pages of one language are behind another's, and by what.
 *
 * @param texts of the pages, by path relative to the project's root
 */
export function checkLanguages({ languages }: WaymarkConfig, texts: ReadonlyMap<string, string>): Diagnostic[] {
  const folderOf = (locale: string): string => (locale === 'root' ? `${CONTENT_FOLDER}/` : `${CONTENT_FOLDER}/${locale}/`)
  const others = languages.filter(({ locale }) => locale !== 'root').map(({ locale }) => folderOf(locale))
  const chapters = [...texts.keys()].filter((file) => !others.some((folder) => file.startsWith(folder))).map((file) => file.slice(folderOf('root').length))
  return chapters.flatMap((chapter) =>
    languageLag(
      languages.flatMap(({ locale, label }): LanguagePage[] => {
        const file = `${folderOf(locale)}${chapter}`
        const text = texts.get(file)
        return text === undefined ? [] : [{ file, language: label, text }]
      }),
    ),
  )
}
