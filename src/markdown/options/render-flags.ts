import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Flag } from '../../options/model.ts'
import type { PageOptions } from './page-options.ts'
import { flagLink } from './render-facts.ts'
import { renderFlag, type Mention } from './render-flag.ts'
import { renderFlagDefault } from './render-value.ts'
import type { OptionsStrings } from './strings.ts'

/** Flags of one section, in the order of the source. */
export interface FlagSection {
  /** Empty for flags that stand in none. */
  readonly name: string
  readonly flags: readonly Flag[]
}

/** Flags by their sections, in the order in which the program declares them. */
export function flagSections(flags: readonly Flag[]): FlagSection[] {
  const sections = new Map<string, Flag[]>()
  for (const flag of flags) {
    const name = flag.section ?? ''
    sections.set(name, [...(sections.get(name) ?? []), flag])
  }
  return [...sections].map(([name, own]) => ({ name, flags: own }))
}

/** Fragment of a section's heading. */
export function sectionId(name: string): string {
  return `section-${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`
}

/** Every flag in full, in sections: the whole reference, which needs no script. */
export function renderFlagReference(options: PageOptions, mentionsOf: (name: string) => readonly Mention[], strings: OptionsStrings): Element[] {
  return flagSections(options.outcome.flags).map(({ name, flags }) =>
    h('section', { class: 'wm-flag-section', dataSection: name }, [
      h('h2', { id: sectionId(name) }, [name === '' ? strings.flag : name, ' ', h('small', String(flags.length))]),
      ...flags.map((flag) => renderFlag(flag, mentionsOf(flag.name), options, strings)),
    ]),
  )
}

/** Some flags as a table that leads to the explorer: name, type, default. */
export function renderFlagTable(flags: readonly Flag[], options: PageOptions, strings: OptionsStrings): Element {
  return h('div', { class: 'wm-options-piece not-content' }, [
    h('table', { class: 'wm-flag-table' }, [
      h('thead', h('tr', [h('th', { scope: 'col' }, strings.flagColumn), h('th', { scope: 'col' }, strings.typeColumn), h('th', { scope: 'col' }, strings.default)])),
      h(
        'tbody',
        flags.map((flag) => h('tr', [h('th', { scope: 'row' }, [flagLink(flag.name, options)]), h('td', h('code', { translate: 'no' }, flag.type ?? '')), h('td', [renderFlagDefault(flag.default, strings)])])),
      ),
    ]),
  ])
}
