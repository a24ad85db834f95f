import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cardStrings } from '../../src/site/links/card-strings.ts'
import { placeCard } from '../../src/site/links/place-card.ts'

const screen = { width: 390, height: 844 }
const name = (left: number, top: number) => ({ left, top, width: 60, height: 20 })

it('stands above its name where the header leaves room, below it where not', () => {
  expect(placeCard(name(40, 400), { width: 300, height: 100 }, screen, 60)).toEqual({ left: 40, top: 296 })
  expect(placeCard(name(40, 120), { width: 300, height: 100 }, screen, 60)).toEqual({ left: 40, top: 144 })
})

it('is moved in from the right edge', () => {
  expect(placeCard(name(360, 400), { width: 300, height: 100 }, screen).left).toBe(82)
})

it('takes the side with more room when it fits on neither', () => {
  expect(placeCard(name(40, 500), { width: 300, height: 600 }, screen)).toEqual({ left: 40, top: 8 })
  expect(placeCard(name(40, 300), { width: 300, height: 600 }, screen).top).toBe(324)
})

it('never leaves the screen sideways, nor covers its name where there is room', () => {
  const size = fc.integer({ min: 10, max: 370 })
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 400 }), fc.integer({ min: 0, max: 820 }), size, size, (left, top, width, height) => {
      const placed = placeCard(name(left, top), { width, height }, screen)
      expect(placed.left).toBeGreaterThanOrEqual(8)
      expect(placed.left + width).toBeLessThanOrEqual(screen.width - 8)
      expect(placed.top + height <= top || placed.top >= top + 20).toBe(true)
    }),
  )
})

it('speaks the language of the page, and English where it knows none', () => {
  expect(cardStrings('zh-CN').here('93')).toBe('在本页第 93 行')
  expect(cardStrings('en').here('93')).toBe('On this page, line 93')
  expect(cardStrings('fr').page).toBe(cardStrings('en').page)
})
