import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Place } from '../../options/model.ts'
import type { PageOptions } from './page-options.ts'

/** A place in the code by its file's name and line, leading there where it can. */
export function renderPlace(place: Place, { codeUrl }: Pick<PageOptions, 'codeUrl'>): ElementContent {
  const text = `${place.file.slice(place.file.lastIndexOf('/') + 1)}:${place.line}`
  const properties = { class: 'wm-at', title: `${place.file}:${place.line}`, translate: 'no' }
  const href = codeUrl(place)
  return href === undefined ? h('span', properties, text) : h('a', { ...properties, href }, text)
}

/** Places one after the other, outermost first. */
export function renderPlaces(places: readonly Place[], options: Pick<PageOptions, 'codeUrl'>): ElementContent[] {
  return places.flatMap((place, index) => (index === 0 ? [renderPlace(place, options)] : [{ type: 'text', value: ' › ' }, renderPlace(place, options)]))
}
