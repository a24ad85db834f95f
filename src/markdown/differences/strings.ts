/** What an excerpt says about other versions; `{}` is where a place or a name goes. */
export interface DifferenceStrings {
  readonly label: string
  version(version: string): string
  readonly same: string
  readonly moved: string
  readonly changed: string
  readonly gone: string
  readonly goneLike: string
  /** The same but for what receiver and parameters are called. */
  readonly alike: string
  readonly renamed: string
  became(kind: string): string
  /** Declarations as one says it after “now”. */
  readonly kinds: Readonly<Record<string, string | undefined>>
  readonly in: string
  readonly end: string
  readonly another: string
  notes(count: number): string
  note(number: number): string
  further(version: string): string
}

const en: DifferenceStrings = {
  label: 'In other versions',
  version: (version) => `In ${version}:`,
  same: 'the same, at {}.',
  moved: 'the same code, now at {}.',
  changed: 'other code, at {}.',
  gone: 'not there any more.',
  goneLike: 'not there any more; code much like it is at {}.',
  alike: 'the same but for a name, at {}.',
  renamed: 'now called {}',
  became: (kind) => `now ${kind}, {}`,
  kinds: { func: 'a function', method: 'a method', type: 'a type', field: 'a field', imethod: 'a method of an interface', const: 'a constant', var: 'a variable' },
  in: ', at {}',
  end: '.',
  another: '; its code is another.',
  notes: (count) => (count === 1 ? 'One of its notes differs.' : `${count} of its notes differ.`),
  note: (number) => `Note ${number}:`,
  further: (version) => `Read the walkthrough of ${version}`,
}

const zhCN: DifferenceStrings = {
  label: '其他版本',
  version: (version) => `${version} 中：`,
  same: '没有变化，位于 {}。',
  moved: '代码相同，移到了 {}。',
  changed: '代码有改动，见 {}。',
  gone: '已经没有了。',
  goneLike: '已经没有了；很相似的代码在 {}。',
  alike: '只有名称不同，位于 {}。',
  renamed: '改名为 {}',
  became: (kind) => `改成了${kind} {}`,
  kinds: { func: '函数', method: '方法', type: '类型', field: '字段', imethod: '接口方法', const: '常量', var: '变量' },
  in: '，位于 {}',
  end: '。',
  another: '，代码也有改动。',
  notes: (count) => `其中 ${count} 条注解有变化。`,
  note: (number) => `注解 ${number}：`,
  further: (version) => `阅读 ${version} 的导读`,
}

/** The words of a language by its tag, in English where it is not known. */
export function differenceStrings(tag: string): DifferenceStrings {
  return tag.toLowerCase().split('-')[0] === 'zh' ? zhCN : en
}
