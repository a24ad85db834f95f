/** About as much code as a line of a telephone holds. */
const LONGEST = 32

/** Whether a code span is to stay on one line: a browser would break `--etcd-servers` after its dashes. */
export function staysWhole(code: string): boolean {
  return code.length <= LONGEST
}
