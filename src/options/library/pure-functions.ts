import { DeadEnd, type Machine, type Native, type Value } from '../machine/index.ts'
import { natives, type Known } from './native-table.ts'
import { logFunctions } from './log-functions.ts'
import { NUMBER_FUNCTIONS } from './number-functions.ts'
import { ORDER_FUNCTIONS } from './order-functions.ts'
import { TEXT_FUNCTIONS } from './text-functions.ts'
import { VALUE_FUNCTIONS } from './value-functions.ts'

const EXITS = ['os.Exit', 'log.Fatal', 'log.Fatalf', 'log.Fatalln', 'log.Panic', 'log.Panicf', 'runtime.Goexit']

/** The functions of the standard library that are known by heart, and those that end the program. */
export function pureFunctions(machine: Machine): Map<string, Native> {
  const exit: Native = ({ at, text }) => {
    throw new DeadEnd(text, at)
  }
  return new Map([...logFunctions(), ...natives(machine, onValues({ ...TEXT_FUNCTIONS, ...NUMBER_FUNCTIONS, ...ORDER_FUNCTIONS, ...VALUE_FUNCTIONS })), ...EXITS.map((name): [string, Native] => [name, exit])])
}

/** Methods of what is no struct take the value itself, also where it is a variable that they are called on. */
function onValues(table: Readonly<Record<string, Known>>): Record<string, Known> {
  const held = (receiver: Value | undefined): Value | undefined => (receiver?.kind === 'pointer' && receiver.cell.state.value.kind !== 'struct' ? receiver.cell.state.value : receiver)
  return Object.fromEntries(Object.entries(table).map(([name, known]): [string, Known] => [name, (call, machine) => known({ ...call, receiver: held(call.receiver) }, machine)]))
}
