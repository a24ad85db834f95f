import type { FenceKind, Origin, Platform } from '../../lab/index.ts'

const systems: Readonly<Record<Platform, string>> = { linux: 'Linux', macos: 'macOS' }

const en = {
  labels: {
    run: 'Run',
    service: 'Keeps running: give it a terminal of its own',
    file: 'Write a file',
    output: 'Expected output',
    undo: 'Undo this step',
    done: 'Already done?',
    install: 'Install',
    example: 'For reference',
  } satisfies Record<FenceKind, string>,
  fails: 'Run: this is meant to fail',
  systems,
  only: (system: string) => `${system} only`,
  install: (tool: string) => `Install: ${tool}`,
  versions: (condition: string) => `With ${condition}`,
  elided: 'any text',
  elidedLines: 'any lines',
  download: 'This step as a script',
  verified: (date: string, platform: string, versions: string) => `Last verified ${date} on ${platform}${versions === '' ? '' : `: ${versions}`}`,
  changed: (names: readonly string[]) => (names.length === 0 ? '' : `; with another value for ${names.join(', ')}`),
  origin: ({ vendor, package: source, replaced }: Origin) =>
    ` (built from ${vendor}’s source package ${source}${replaced.length === 0 ? '' : `, with ${replaced.join(' and ')} in place of its own copy`})`,
  list: (items: readonly string[]) => items.join(', '),
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Your browser did not allow it',
}

/** Everything a step says in words of its own. */
export type StepStrings = typeof en

const zhCN: StepStrings = {
  labels: {
    run: '运行',
    service: '持续运行：请单独用一个终端',
    file: '写入文件',
    output: '预期输出',
    undo: '撤销这一步',
    done: '已经完成？',
    install: '安装',
    example: '仅供参考',
  },
  fails: '运行：这里应当失败',
  systems,
  only: (system) => `仅 ${system}`,
  install: (tool) => `安装：${tool}`,
  versions: (condition) => `当 ${condition} 时`,
  elided: '任意文字',
  elidedLines: '任意几行',
  download: '下载这一步的脚本',
  verified: (date, platform, versions) => `最近一次验证：${date}，${platform}${versions === '' ? '' : `；${versions}`}`,
  changed: (names) => (names.length === 0 ? '' : `；${names.join('、')} 用的不是默认值`),
  origin: ({ vendor, package: source, replaced }) =>
    `（用 ${vendor} 的源码包 ${source} 构建${replaced.length === 0 ? '' : `，其中自带的库换成了 ${replaced.join('、')}`}）`,
  list: (items) => items.join('、'),
  copy: '复制',
  copied: '已复制',
  copyFailed: '浏览器没有允许复制',
}

/** The words of a language by its tag, in English where it is not known. */
export function stepStrings(languageTag: string): StepStrings {
  return languageTag.toLowerCase().startsWith('zh') ? zhCN : en
}
