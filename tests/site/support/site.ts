import { bookFromConfig } from '../../../src/site/data/book.ts'
import { siteData, type SiteData } from '../../../src/site/data/site-data.ts'
import { configSchema } from '../../../src/config/schema.ts'

const license = { name: 'BSD', url: 'https://license.example/', holder: 'The Authors' }

/** A site of two walkthroughs in two languages, none of it the real one. */
export const config = configSchema.parse({
  title: 'Site',
  languages: [
    { locale: 'root', tag: 'en', label: 'English' },
    { locale: 'fr', tag: 'fr', label: 'Français' },
  ],
  walkthroughs: [
    {
      id: 'long',
      title: { en: 'The long way', fr: 'Le long chemin' },
      version: 'v2',
      source: {
        repository: 'https://code.example/long',
        tag: 'v2',
        commit: 'a'.repeat(40),
        linesUrl: 'https://code.example/long/blob/{commit}/{path}#L{start}-L{end}',
      },
      license,
      packages: ['...'],
      path: [
        { symbol: 'main.main', chapter: 'start', summary: { en: 'Begins.', fr: 'Commence.' } },
        { symbol: 'app.Server.Run', calledBy: 'main.main', chapter: 'run', summary: { en: 'Runs.' } },
      ],
      chapters: ['intro', 'start', 'run'],
    },
    {
      id: 'short',
      title: { en: 'The short way' },
      version: 'v1',
      source: { folder: 'examples/short' },
      license,
      packages: ['...'],
      path: [{ symbol: 'main.main', chapter: 'walk', summary: { en: 'All of it.' } }],
      chapters: ['walk'],
    },
  ],
})

/** The data of that site, published under a path. */
export const site: SiteData = siteData(config, bookFromConfig(config), '/docs')
