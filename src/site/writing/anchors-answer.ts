/** Where the development server tells what the lines of a declaration can be noted with. */
export const ANCHORS = '/_waymark/anchors'

/** Notes ready to be pasted, by one-based line of the file. */
export interface AnchorsAnswer {
  readonly notes: Readonly<Record<string, string>>
}
