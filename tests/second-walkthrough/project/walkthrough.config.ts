import { defineConfig } from '../../../src/config/define-config.ts'

/** A whole walkthrough of a program in four packages: two of its module, one that a local replace names, one that is vendored. */
export default defineConfig({
  title: 'Postroom',
  languages: [
    { locale: 'root', tag: 'en', label: 'English' },
    { locale: 'zh-cn', tag: 'zh-CN', label: '简体中文' },
  ],
  walkthroughs: [
    {
      id: 'postroom',
      title: { en: 'A day in the postroom', 'zh-CN': '收发室的一天' },
      lead: { en: 'Letters come in, bags go out.', 'zh-CN': '信件进来，邮袋出去。' },
      version: 'v0.3.0',
      source: { folder: 'code' },
      license: { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0', holder: 'the Waymark authors' },
      packages: ['cmd/postroom', 'internal/...', 'stamps'],
      aliases: { main: 'example.org/postroom/cmd/postroom', sorting: 'example.org/postroom/internal/sorting', stamps: 'example.org/postroom/stamps' },
      path: [
        { symbol: 'main.main', chapter: 'morning', summary: { en: 'Opens the day.', 'zh-CN': '开始一天。' } },
        { symbol: 'sorting.NewDay', calledBy: 'main.main', chapter: 'morning', summary: { en: 'No bags yet.', 'zh-CN': '还没有邮袋。' } },
        { symbol: 'sorting.Day.Read', calledBy: 'main.main', chapter: 'sorting', label: 'Read', summary: { en: 'One letter a line.', 'zh-CN': '一行一封信。' } },
        { symbol: 'sorting.Day.add', calledBy: 'sorting.Day.Read', chapter: 'sorting', label: 'add', summary: { en: 'Into its bag.', 'zh-CN': '放进邮袋。' } },
        { symbol: 'stamps.For', calledBy: 'sorting.Day.add', chapter: 'sorting', summary: { en: 'What it costs.', 'zh-CN': '要付多少邮资。' } },
        { symbol: 'main.report', calledBy: 'main.main', chapter: 'morning', summary: { en: 'The bill.', 'zh-CN': '结账。' } },
      ],
      chapters: ['morning', 'sorting'],
    },
  ],
})
