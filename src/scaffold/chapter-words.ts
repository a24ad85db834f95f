import type { PathEnd } from './trace-path.ts'

/** Everything a first chapter says, in one language. Names come ready as Markdown. */
export interface ChapterWords {
  readonly title: (from: string, to: string) => string
  readonly description: (project: string, version: string) => string
  readonly intro: (project: string, version: string, entry: string) => string
  readonly draft: { readonly title: string; readonly body: string }
  readonly calls: (next: string) => string
  readonly handsOver: (next: string) => string
  /** What else is called at a stop. */
  readonly also: (names: readonly string[], more: number) => string
  readonly ends: Readonly<Record<PathEnd, (last: string, names: readonly string[]) => string>>
  readonly summary: (next: string) => string
  readonly summaryLast: string
  readonly walkthrough: (project: string) => string
}

const english: ChapterWords = {
  title: (from, to) => (from === to ? from : `From ${from} to ${to}`),
  description: (project, version) => `A first walk through ${project} ${version}, call by call, as far as the code proves where each call leads.`,
  intro: (project, version, entry) =>
    `This walk through ${project} ${version} begins with ${entry} and goes from call to call, as far as the code proves where each one leads. Of several ways it takes the one behind which most of the project lies.`,
  draft: {
    title: 'For whoever writes on',
    body: 'The notes below say no more than the code does. Say what it is for: change these lines, add notes and chapters, and take this box out. `npm run dev` shows the pages as you write, and `npm run check` tells what no longer fits.',
  },
  calls: (next) => `From here the walk goes on in ${next}.`,
  handsOver: (next) => `${next} is handed over here, for others to call. The walk goes on there.`,
  also: (names, more) => `${list(names, ', ', ' and ', more > 0 ? `${more} more` : undefined)} ${names.length + more > 1 ? 'are' : 'is'} called here too.`,
  ends: {
    leaf: (last) => `Here the walk ends: ${last} calls nothing more of the project itself.`,
    tools: (last) => `Here the walk ends: what ${last} calls are tools that much of the project uses.`,
    open: (last, names) => `Here the proof ends: what ${last} calls as ${list(names, ', ', ' and ')} is decided only when the program runs.`,
    again: (last) => `Here the walk ends: ${last} only leads back to places passed before.`,
    long: (last) => `From ${last} the calls lead on. That is a chapter of its own.`,
  },
  summary: (next) => `Leads on to ${next}.`,
  summaryLast: 'As far as this walk goes.',
  walkthrough: (project) => `A walk through ${project}`,
}

const chinese: ChapterWords = {
  title: (from, to) => (from === to ? from : `从 ${from} 到 ${to}`),
  description: (project, version) => `初读 ${project} ${version}：沿着调用一步步走，走到代码能够证明的尽头。`,
  intro: (project, version, entry) =>
    `这里走读 ${project} ${version}，从 ${entry} 开始，沿着一个个调用往前，凡是代码能证明通向哪里的就跟着走。遇到几条路时，选背后代码最多的那一条。`,
  draft: {
    title: '写给接着写的人',
    body: '下面的注解只说了代码本身说的话。请写出它们的用意：改掉这些句子，添上注解和章节，再删掉这个框。`npm run dev` 边写边显示页面，`npm run check` 会指出哪里与代码对不上了。',
  },
  calls: (next) => `由此走进 ${next}。`,
  handsOver: (next) => `${next} 在这里交给别人去调用，接下来就到那里去。`,
  also: (names, more) => `这里还调用了 ${list(names, '、', ' 和 ')}${more > 0 ? `，以及另外 ${more} 个函数` : ''}。`,
  ends: {
    leaf: (last) => `到这里为止：${last} 不再调用项目自己的函数。`,
    tools: (last) => `到这里为止：${last} 只再调用项目里到处都用的工具函数。`,
    open: (last, names) => `能证明的到这里为止：${last} 里的 ${list(names, '、', ' 和 ')} 究竟调用什么，要到运行时才能确定。`,
    again: (last) => `到这里为止：${last} 只会回到走过的地方。`,
    long: (last) => `从 ${last} 还可以继续往下走，那值得另写一章。`,
  },
  summary: (next) => `通向 ${next}。`,
  summaryLast: '这段路走到这里。',
  walkthrough: (project) => `走读 ${project}`,
}

/** The words by BCP 47 tag of the language. */
export const chapterWords: Readonly<Record<'en' | 'zh-CN', ChapterWords>> = { en: english, 'zh-CN': chinese }

function list(names: readonly string[], between: string, beforeLast: string, more?: string): string {
  const all = more === undefined ? names : [...names, more]
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(between)}${beforeLast}${all.at(-1) ?? ''}`
}
