import { store, typeText, type FuncValue, type Machine, type Value } from '../machine/index.ts'
import { bool, elementsOf, integer, NOTHING, textOf, type Known } from './native-table.ts'

function sortInPlace(list: Value | undefined, less: (a: Value, b: Value) => boolean | undefined, machine: Machine): Value | undefined {
  const values = elementsOf(list)
  if (values === undefined) return undefined
  let known = true
  const isKnown = (): boolean => known
  const sorted = values.slice().sort((a, b) => {
    const [before, after] = [less(a, b), less(b, a)]
    if (before === undefined || after === undefined) known = false
    return before === true ? -1 : after === true ? 1 : 0
  })
  if (!isKnown()) return undefined
  if (list?.kind !== 'slice') return NOTHING
  list.cells.forEach((cell, index) => {
    if (cell.state.value !== sorted[index]) machine.journal.write(cell, { ...cell.state, value: sorted[index]! })
  })
  return NOTHING
}

function natural(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'string' && b.kind === 'string') return a.value < b.value
  return a.kind === 'int' && b.kind === 'int' ? a.value < b.value : undefined
}

const sortNatural: Known = ({ args: [list] }, machine) => sortInPlace(list, natural, machine)

/** `sort.Slice` asks by index, so the elements are put at the first two places to ask about any two of them. */
const sortSlice: Known = ({ args: [list, by], at, text }, machine) => {
  const values = elementsOf(list)
  if (values === undefined || list?.kind !== 'slice' || by?.kind !== 'func') return undefined
  if (values.length < 2) return NOTHING
  const states = list.cells.map(({ state }) => state)
  const [first, second] = list.cells
  const ask = (a: Value, b: Value): boolean | undefined => {
    first!.state = { ...first!.state, value: a }
    second!.state = { ...second!.state, value: b }
    const answer = machine.call(by, [integer(0), integer(1)], at, text)
    return answer.kind === 'bool' ? answer.value : undefined
  }
  const order = values.slice()
  let known = true
  const isKnown = (): boolean => known
  order.sort((a, b) => {
    const [before, after] = [ask(a, b), ask(b, a)]
    if (before === undefined || after === undefined) known = false
    return before === true ? -1 : after === true ? 1 : 0
  })
  list.cells.forEach((cell, index) => {
    cell.state = states[index]!
  })
  if (!isKnown()) return undefined
  list.cells.forEach((cell, index) => machine.journal.write(cell, { ...cell.state, value: order[index]! }))
  return NOTHING
}

/** Anything with Len, Less and Swap: sorted by asking and swapping, as Go does. */
const sortInterface: Known = ({ args: [list], at, text }, machine) => {
  if (list === undefined || list.kind === 'unknown') return undefined
  const values = elementsOf(list)
  if (values !== undefined && 'type' in list && list.type !== undefined && /(String|Int)Slice$/.test(typeText(list.type))) return sortInPlace(list, natural, machine)
  const method = (name: string): FuncValue | undefined => {
    const found = machine.member(list, name, at)
    return found?.kind === 'func' ? found : undefined
  }
  const [length, less, swap] = [method('Len'), method('Less'), method('Swap')]
  if (length === undefined || less === undefined || swap === undefined) return undefined
  const count = machine.call(length, [], at, text)
  if (count.kind !== 'int' || count.value > 2000n) return undefined
  for (let end = 1; end < Number(count.value); end++) {
    for (let index = end; index > 0; index--) {
      const answer = machine.call(less, [integer(index), integer(index - 1)], at, text)
      if (answer.kind !== 'bool') return undefined
      if (!answer.value) break
      machine.call(swap, [integer(index), integer(index - 1)], at, text)
    }
  }
  return NOTHING
}

/** Packages sort and slices, as far as needed. */
export const ORDER_FUNCTIONS: Readonly<Record<string, Known>> = {
  'sort.Strings': sortNatural,
  'sort.Ints': sortNatural,
  'slices.Sort': sortNatural,
  'sort.Slice': sortSlice,
  'sort.SliceStable': sortSlice,
  'sort.Sort': sortInterface,
  'sort.Stable': sortInterface,
  'sort.StringSlice.Sort': ({ receiver }, machine) => sortInPlace(receiver, natural, machine),
  'sort.StringSlice.Len': ({ receiver }) => {
    const values = elementsOf(receiver)
    return values === undefined ? undefined : integer(values.length)
  },
  'sort.StringSlice.Less': ({ receiver, args: [i, j] }) => {
    const values = elementsOf(receiver)
    const [a, b] = [i, j].map((index) => (index?.kind === 'int' ? textOf(values?.[Number(index.value)]) : undefined))
    return a === undefined || b === undefined ? undefined : bool(a < b)
  },
  'sort.StringSlice.Swap': ({ receiver, args: [i, j], at }, machine) => {
    if (receiver?.kind !== 'slice' || i?.kind !== 'int' || j?.kind !== 'int') return undefined
    const [a, b] = [receiver.cells[Number(i.value)], receiver.cells[Number(j.value)]]
    if (a === undefined || b === undefined) return undefined
    const { value } = a.state
    store(machine, a, b.state.value, at)
    store(machine, b, value, at)
    return NOTHING
  },
}
