/** A way by which one function leads to another. Lines and columns are one-based, columns in UTF-16 code units. */
export interface Lead {
  /** Where the callee is called, or handed over; with `via`, inside that function. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  /** One past the last character. */
  readonly endColumn: number
  /** `resolved`: it is proven which function is meant. `candidate`: only its name fits, as in a call through an interface. */
  readonly status: 'resolved' | 'candidate'
  /** `call`: the callee is called. `value`: it is handed over to be called by somebody else. */
  readonly how: 'call' | 'value'
  /**
   * What decides whether it runs, as far as the caller's body tells: the field (`RunE`) or the function that is given the
   * closure it stands in, or the callee itself.
   */
  readonly through: string | undefined
  /** Full symbol of the one function between caller and callee; undefined when there is none. */
  readonly via: string | undefined
}
