import pc from 'picocolors'

/** One thing that was measured, against what is aimed at. Ratios compare two things of the same run. */
export interface Measurement {
  /** What was measured, against what. */
  readonly what: string
  readonly value: number
  readonly unit: '×' | '%' | 's' | 'MB' | 'KB' | 'files'
  /** The most it should be; undefined where there is none, and the number is for information. */
  readonly aim: number | undefined
  /** What stands behind the number, in words. */
  readonly detail: string
}

/** Whether a measurement stays within its aim. */
export function isWithinAim({ value, aim }: Measurement): boolean {
  return aim === undefined || value <= aim
}

/** One line for people. */
export function formatMeasurement(measurement: Measurement): string {
  const { what, value, unit, aim, detail } = measurement
  const number = `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`
  const verdict = aim === undefined ? '' : isWithinAim(measurement) ? pc.green('ok') : pc.red('over')
  const bound = aim === undefined ? '' : `aim ≤ ${aim} ${unit}`
  return `${what.padEnd(46)} ${number.padStart(9)}  ${bound.padEnd(14)} ${verdict.padEnd(4)} ${pc.dim(detail)}`
}
