import { DeadEnd, type Machine, type Native } from '../machine/index.ts'
import { natives } from './native-table.ts'
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
  return new Map([...logFunctions(), ...natives(machine, { ...TEXT_FUNCTIONS, ...NUMBER_FUNCTIONS, ...ORDER_FUNCTIONS, ...VALUE_FUNCTIONS }), ...EXITS.map((name): [string, Native] => [name, exit])])
}
