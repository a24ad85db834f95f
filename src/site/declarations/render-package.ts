import type { Element } from 'hast'
import { h } from 'hastscript'
import { renderDoc } from '../../golang/doc/index.ts'
import { renderPackageMap } from '../../markdown/diagrams/index.ts'
import { sectionOf, type PackageEntry, type PackageView } from '../../walkthrough/index.ts'
import { breadcrumbs, codeLink, hrefOfWay, type CodeContext } from './code-context.ts'

const SECTIONS = ['func', 'type', 'const', 'var'] as const

/** A page about a package: its comment, what it declares, which packages of the walkthrough it imports and is imported by. */
export function renderPackage(view: PackageView, context: CodeContext): Element[] {
  const { strings, pages } = context
  const { importPath, name, doc, entries, folder, url } = view
  const hrefOf = (docName: Parameters<typeof pages.docWay>[1]): string | undefined => {
    const way = pages.docWay({ importPath, file: entries[0]?.declaration.file ?? '' }, docName)
    return way && hrefOfWay(way, context)
  }
  return [
    breadcrumbs([{ label: importPath, address: undefined }], context),
    h('h1', { id: '_top', class: 'wm-page-title wm-code-title', translate: 'no' }, `package ${name}`),
    h('p', { class: 'wm-code-kind' }, [codeLink(folder === '' ? '.' : `${folder}/`, { address: undefined, url }, context)]),
    ...(doc === '' ? [] : [h('div', { class: 'wm-doc', lang: 'en' }, renderDoc(doc, { hrefOf, headingLevel: 3, deprecated: strings.deprecated }))]),
    ...SECTIONS.flatMap((section) => renderSection(section, entries, context)),
    ...renderPackages('its-imports', strings.imports, view.imports, context),
    ...renderPackages('imported-by', strings.importedBy, view.importedBy, context),
  ]
}

function renderSection(section: (typeof SECTIONS)[number], entries: readonly PackageEntry[], context: CodeContext): Element[] {
  const own = entries.filter(({ declaration }) => sectionOf(declaration) === section)
  if (own.length === 0) return []
  // Methods right after their type, as one reads them; exported names first, as Go's own lists do not hide the rest.
  const sorted = [...own].sort((a, b) => Number(b.declaration.exported) - Number(a.declaration.exported) || (a.name < b.name ? -1 : 1))
  const items = sorted.map((entry) =>
    h('li', [h('span', { class: 'wm-entry' }, codeLink(entry.name, entry, context)), ...(entry.synopsis === '' ? [] : [' ', h('span', { class: 'wm-synopsis', lang: 'en' }, entry.synopsis)])]),
  )
  return [h('h2', { id: `all-${section}` }, context.strings.sections[section]), h('ul', { class: 'wm-entries', role: 'list' }, items)]
}

function renderPackages(id: string, title: string, paths: readonly string[], context: CodeContext): Element[] {
  if (paths.length === 0) return []
  const address = (path: string): string | undefined => context.pages.packages.find(({ importPath }) => importPath === path)?.address
  return [h('h2', { id }, title), h('ul', { class: 'wm-entries', role: 'list' }, paths.map((path) => h('li', codeLink(path, { address: address(path), url: undefined }, context))))]
}

/** The page that lists the packages. */
export function renderCode(context: CodeContext): Element[] {
  const { strings, pages, walkthrough, version } = context
  const items = pages.packages.map((view) =>
    h('li', [
      h('span', { class: 'wm-entry' }, codeLink(view.importPath, { address: view.address, url: undefined }, context)),
      ' ',
      h('span', { class: 'wm-synopsis' }, strings.declarations(view.entries.length)),
    ]),
  )
  return [
    h('h1', { id: '_top', class: 'wm-page-title' }, strings.code),
    h('p', strings.codeLead(walkthrough, version)),
    h('h2', { id: 'all-packages' }, strings.packages),
    h('ul', { class: 'wm-entries', role: 'list' }, items),
    h('h2', { id: 'package-map' }, strings.map.title),
    h('p', strings.mapLead),
    packageMap(context),
  ]
}

function packageMap({ pages, strings, hrefOf, stops }: CodeContext): Element {
  const packages = pages.packages.map(({ importPath, folder, name, address, imports }) => ({
    importPath,
    label: folder === '' ? name : folder.split('/').slice(-2).join('/'),
    href: hrefOf(address),
    imports,
    stops: (stops.get(importPath) ?? []).join(', '),
  }))
  return renderPackageMap(packages, strings.map)
}
