import { describe, expect, it } from 'vitest'
import { trailModel } from '../../src/site/trail/trail-model.ts'
import { diagramStrings } from '../../src/markdown/diagrams/index.ts'
import { fan, stop } from './support/stop.ts'

const words = diagramStrings('en').path
const chapters = ['intro', 'start', 'options', 'complete', 'run', 'appendix']

describe('the trail bar', () => {
  it('tells passed, present and coming stations apart', () => {
    const trail = trailModel(fan, chapters, 'options', words)
    expect(trail.stations.map(({ state }) => state)).toEqual(['passed', 'passed', 'here', 'ahead', 'ahead', 'ahead'])
    expect(trail.here).toEqual({ from: 3, to: 3, labels: ['NewOptions'] })
    expect([trail.previous?.label, trail.next?.label]).toEqual(['NewCommand', 'Complete'])
  })

  it('holds several stops of one chapter, and steps over all of them', () => {
    const trail = trailModel(fan, chapters, 'start', words)
    expect(trail.here).toEqual({ from: 1, to: 2, labels: ['main', 'NewCommand'] })
    expect([trail.previous, trail.next?.label]).toEqual([undefined, 'NewOptions'])
  })

  it('knows the neighbours of a chapter without a stop, and names the next one', () => {
    const before = trailModel(fan, chapters, 'intro', words)
    expect([before.here, before.previous, before.next?.label]).toEqual([undefined, undefined, 'main'])
    expect(before.stations.map(({ named }) => named)).toEqual([true, false, false, false, false, false])
    const after = trailModel(fan, chapters, 'appendix', words)
    expect([after.here, after.previous?.label, after.next]).toEqual([undefined, 'CreateChain', undefined])
    expect(after.stations.some(({ named }) => named)).toBe(false)
  })

  it('says when the names have no room on one line', () => {
    const many = Array.from({ length: 15 }, (_, index) => stop(`AVeryLongFunctionName${index}`, 'start', index === 0 ? undefined : index - 1))
    expect(trailModel(fan, chapters, 'start', words).crowded).toBe(false)
    expect(trailModel(many, chapters, 'start', words).crowded).toBe(true)
  })

  it('leads to the line of each proven call', () => {
    const guessed = stop('Guessed', 'run', 4, { hop: { ...fan[5]!.hop!, status: 'candidate' } })
    const nowhere = stop('Nowhere', 'run', 4, { hop: { ...fan[5]!.hop!, url: undefined } })
    const calls = trailModel([...fan, guessed, nowhere], chapters, 'run', words).stations.map(({ call }) => call?.label)
    expect(calls).toEqual([
      undefined,
      'main calls NewCommand: app/server.go, line 15',
      'NewCommand calls NewOptions: app/server.go, line 15',
      'NewCommand calls Complete: app/server.go, line 15',
      'NewCommand calls Run: app/server.go, line 15',
      'Run calls CreateChain: app/server.go, line 15',
      undefined,
      undefined,
    ])
    expect(trailModel(fan, chapters, 'run', words).stations[1]?.call).toMatchObject({ line: 15, href: 'https://code.example/app/server.go#L15' })
  })
})
