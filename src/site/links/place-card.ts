/** A rectangle on the screen, in CSS pixels from its top left corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** From the edge of the screen. */
const MARGIN = 8
/** Between a name and its card: small enough for a pointer to cross. */
const GAP = 4

/**
 * Where a card stands: above its name, where the pointer doesn't cover it; below where there is no room above; where it
 * fits nowhere, on the side with more room, cut at the edge. Never beyond the left or right edge.
 *
 * @param covered height of what covers the top of the screen, such as a header that stays there
 */
export function placeCard(name: Box, card: Pick<Box, 'width' | 'height'>, screen: Pick<Box, 'width' | 'height'>, covered = 0): { left: number; top: number } {
  const above = name.top - GAP - card.height
  const below = name.top + name.height + GAP
  const roomAbove = name.top - covered
  const roomBelow = screen.height - name.top - name.height
  const goesAbove = above >= covered + MARGIN || (below + card.height > screen.height - MARGIN && roomAbove > roomBelow)
  const left = Math.max(MARGIN, Math.min(name.left, screen.width - MARGIN - card.width))
  return { left, top: goesAbove ? Math.max(MARGIN, above) : below }
}
