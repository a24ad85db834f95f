import type { Declaration } from '../../golang/index.ts'
import type { Localized } from '../../config/index.ts'
import { diagramStrings, type PackageMapStrings } from '../../markdown/diagrams/index.ts'
import type { Mention } from '../../walkthrough/index.ts'

type Kind = Declaration['kind']

/** What menus call the pages about a walkthrough's code, and the one that lists them all. */
export const codeTitle: Localized = { en: 'The code', 'zh-CN': '代码' }
export const codeIndexLabel: Localized = { en: 'Packages and declarations', 'zh-CN': '包与声明' }

/** Everything that pages about code say in words of their own. */
export interface CodeStrings {
  readonly code: string
  readonly codeLead: (walkthrough: string, version: string) => string
  readonly breadcrumbs: string
  readonly kinds: Readonly<Record<Kind, string>>
  /** Beside the name: `function in package app`. */
  readonly inPackage: (kind: string, name: string) => string
  readonly package: string
  readonly packages: string
  readonly deprecated: string
  readonly source: string
  readonly onHost: string
  readonly members: Readonly<Record<'fields' | 'methods' | 'group', string>>
  readonly used: (places: number) => string
  readonly calledBy: (places: number) => string
  readonly alsoNamed: (places: number) => string
  readonly calls: (functions: number) => string
  readonly unused: string
  /** What the counts leave out. */
  readonly counted: string
  readonly uses: (places: number) => string
  readonly line: (line: number) => string
  readonly chapters: string
  readonly mention: Readonly<Record<Mention['kind'], string>>
  readonly twins: string
  readonly imports: string
  readonly importedBy: string
  readonly sections: Readonly<Record<'const' | 'var' | 'func' | 'type', string>>
  /** Said of a page when it is shared: `func Complete in k8s.io/…`. */
  readonly description: (kind: string, name: string, importPath: string) => string
  readonly declarations: (count: number) => string
  readonly map: PackageMapStrings
  /** What the map shows, in a sentence. */
  readonly mapLead: string
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const en: CodeStrings = {
  code: 'The code',
  codeLead: (walkthrough, version) => `The packages that “${walkthrough}” reads, at ${version}. Names in the code of the chapters lead here, to the code host or to pkg.go.dev. Where it is not certain what a name means, as with a field of a value whose library was not read, it leads nowhere.`,
  breadcrumbs: 'Where this is declared',
  kinds: { func: 'function', method: 'method', type: 'type', field: 'field', imethod: 'interface method', const: 'constant', var: 'variable' },
  inPackage: (kind, name) => `${kind} in package ${name}`,
  package: 'package',
  packages: 'Packages',
  deprecated: 'Deprecated:',
  source: 'Source',
  onHost: 'on the code host',
  members: { fields: 'Fields', methods: 'Methods', group: 'In the same group' },
  used: (places) => `Used in ${plural(places, 'place', 'places')}`,
  calledBy: (places) => `Called in ${plural(places, 'place', 'places')}`,
  alsoNamed: (places) => `Named without a call in ${plural(places, 'place', 'places')}`,
  calls: (functions) => `Calls ${plural(functions, 'function', 'functions')}`,
  unused: 'No use of it was found.',
  counted: 'Counted in the packages this walkthrough reads, tests aside, and only where it is certain what is meant.',
  uses: (places) => plural(places, 'use', 'uses'),
  line: (line) => `line ${line}`,
  chapters: 'In the chapters',
  mention: { excerpt: 'shows it', note: 'explains a line of it or with it', name: 'names it' },
  twins: 'Declared again for other systems',
  imports: 'Imports',
  importedBy: 'Imported by',
  sections: { const: 'Constants', var: 'Variables', func: 'Functions', type: 'Types and methods' },
  description: (kind, name, importPath) => `The ${kind} ${name} of ${importPath}: its source, and where it is used.`,
  declarations: (count) => plural(count, 'declaration', 'declarations'),
  map: diagramStrings('en').packages,
  mapLead: 'Each package stands under the first that imports it. The path passes through the filled ones.',
}

const zhCN: CodeStrings = {
  code: '代码',
  codeLead: (walkthrough, version) => `“${walkthrough}”所读的包（${version}）。各章代码里的名字通往这里、代码托管站或 pkg.go.dev。含义无法确定的名字（例如某个值的字段，而声明它的库没有读入）不通往任何地方。`,
  breadcrumbs: '声明所在位置',
  kinds: { func: '函数', method: '方法', type: '类型', field: '字段', imethod: '接口方法', const: '常量', var: '变量' },
  inPackage: (kind, name) => `${name} 包中的${kind}`,
  package: '包',
  packages: '包',
  deprecated: '已弃用：',
  source: '源码',
  onHost: '在代码托管站查看',
  members: { fields: '字段', methods: '方法', group: '同组声明' },
  used: (places) => `共使用 ${places} 处`,
  calledBy: (places) => `调用 ${places} 处`,
  alsoNamed: (places) => `提及而未调用 ${places} 处`,
  calls: (functions) => `它调用 ${functions} 个函数`,
  unused: '没有找到使用它的地方。',
  counted: '只统计本导览所读的包，不含测试；且只计含义确定之处。',
  uses: (places) => `使用 ${places} 处`,
  line: (line) => `第 ${line} 行`,
  chapters: '相关章节',
  mention: { excerpt: '展示它的代码', note: '有注解讲到它', name: '提到它' },
  twins: '为其他系统另有声明',
  imports: '导入',
  importedBy: '被导入于',
  sections: { const: '常量', var: '变量', func: '函数', type: '类型与方法' },
  description: (kind, name, importPath) => `${importPath} 的${kind} ${name}：源码，以及它在何处被使用。`,
  declarations: (count) => `${count} 个声明`,
  map: diagramStrings('zh-CN').packages,
  mapLead: '每个包都排在第一个导入它的包之下；路径经过的包以实心点表示。',
}

/** The words of a language by its tag, in English where it is not known. */
export function codeStrings(languageTag: string): CodeStrings {
  return languageTag.toLowerCase().startsWith('zh') ? zhCN : en
}
