import type { OptionsOutcome, Place } from '../../options/model.ts'

/** Pages of the explorer that pieces on other pages lead to; each is a folder below the walkthrough's. */
export type ExplorerPage = 'flags' | 'variables' | 'errors'

/** What is known about the options of a walkthrough. */
export interface KnownOptions {
  readonly outcome: OptionsOutcome
  /** Help texts, conditions and messages are there; they are source text, which facts that are kept without the source don't hold. */
  readonly withSource: boolean
}

/** The same, and how a page speaks of it. */
export interface PageOptions extends KnownOptions {
  /** Address of a line of code: on the page of a declaration where there is one, else on the code host; undefined where there is neither. */
  readonly codeUrl: (place: Place) => string | undefined
  /** Address of a page of the explorer, from this page. */
  readonly hrefOf: (page: ExplorerPage) => string
}
