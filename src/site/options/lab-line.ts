import { renderFence, resolveValues, type Lab } from '../../lab/index.ts'

/** The command with most flags of the program that the lab starts, with the defaults in it; undefined where there is none. */
export function labLine({ config, steps }: Lab): string | undefined {
  const values = resolveValues(config.parameters)
  const rendered = steps
    .flatMap(({ fences }) => fences)
    .filter(({ kind }) => kind === 'service')
    .map((fence) => renderFence(fence, config, values))
    .map(({ pieces, text }) => ({ text, flags: pieces.filter(({ kind }) => kind === 'flag').length }))
    .filter(({ flags }) => flags > 0)
    .sort((a, b) => b.flags - a.flags)
  return rendered[0]?.text
}
