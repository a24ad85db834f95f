import type { Default, Flag, Json, OptionsOutcome, Place } from '../../src/options/model.ts'

/** A place in one of three files. */
export const at = (file: string, line: number): Place => ({ file: `app/options/${file}`, line, column: 2 })

const flag = (name: string, type: string, value: string, rest: Partial<Flag> = {}): Flag => ({
  name,
  shorthand: null,
  type,
  placeholder: type,
  default: value === '' ? null : value,
  value,
  help: `What --${name} is for.`,
  section: 'serving',
  deprecated: null,
  hidden: false,
  field: null,
  declaredAt: at('serving.go', 40),
  conditional: null,
  ...rest,
})

const leaf = (path: string, type: string, value: Json, rest: Partial<Default> = {}): Default => ({
  path,
  type,
  value,
  setAt: at('options.go', 20),
  chain: [at('options.go', 12)],
  overwritten: [],
  ...rest,
})

/** The options of a lighthouse: small, and with one of everything. */
export const outcome: OptionsOutcome = {
  variable: 's',
  type: '*options.ServerOptions',
  flags: [
    flag('port', 'int', '8001', { shorthand: 'p', field: 's.Serving.Port' }),
    flag('bind-address', 'string', '"127.0.0.1"', { field: 's.Serving.BindAddress' }),
    flag('advertise-address', 'ip', '', { field: 's.Serving.AdvertiseAddress' }),
    flag('lamps', 'stringSlice', '', { section: 'light', field: 's.Light.Lamps', declaredAt: at('light.go', 8) }),
    flag('period', 'duration', '30s', { section: 'light', field: 's.Light.Period', deprecated: 'lamps turn by themselves' }),
    flag('gates', 'mapStringBool', '', { section: 'light', default: { computed: 'gates.Known()', at: at('light.go', 9) }, help: 'A <b>list</b> of "gates" & more.' }),
    flag('verbose', 'bool', 'false', { section: 'misc', shorthand: 'v', field: 's.Verbose', hidden: true }),
  ],
  defaults: [
    leaf('s.Serving.Port', 'int', 8001, { overwritten: [{ value: 80, setAt: at('serving.go', 11) }] }),
    leaf('s.Serving.BindAddress', 'string', '127.0.0.1'),
    leaf('s.Serving.AdvertiseAddress', 'net.IP', null, { setAt: null, chain: [] }),
    leaf('s.Light.Lamps', '[]string', []),
    leaf('s.Light.Period', 'time.Duration', 30_000_000_000),
    leaf('s.Light.Colours["port side"]', 'string', 'red'),
    leaf('s.Keeper', 'string', null, { value: { computed: 'os.Hostname()', at: at('options.go', 31) } }),
    leaf('s.Verbose', 'bool', false, { setAt: null, chain: [] }),
  ],
  completions: [
    {
      order: 1,
      step: 'completeServing(s)',
      path: 's.Serving.AdvertiseAddress',
      condition: 's.Serving.AdvertiseAddress == nil',
      test: null,
      code: 's.Serving.AdvertiseAddress = hostIP()',
      at: at('complete.go', 7),
      errors: [{ message: 'no address to tell ships: %v', condition: 'err != nil', at: at('complete.go', 9) }],
    },
  ],
  checks: [
    { order: 1, group: 's.Serving', condition: 'o.Port < 1 || o.Port > 65535', test: null, message: '--port %d must be between 1 and 65535', flags: ['port'], fields: ['s.Serving.Port'], at: at('serving.go', 60) },
    { order: 2, group: 's.Light', condition: 'len(o.Lamps) == 0', test: null, message: '--lamps must name one lamp', flags: ['lamps'], fields: ['s.Light.Lamps'], at: at('light.go', 30) },
    { order: 3, group: 's.Light', condition: 'o.Period < time.Second', test: null, message: '--period is too short for ships', flags: ['period'], fields: ['s.Light.Period'], at: at('light.go', 33) },
    { order: 4, group: 's.Serving', condition: 'o.AdvertiseAddress == nil', test: null, message: 'no address', flags: ['advertise-address'], fields: ['s.Serving.AdvertiseAddress'], at: at('serving.go', 64) },
  ],
  gaps: [{ code: 'value-unknown', message: 'a flag of a kind that is not known', at: at('light.go', 12) }],
}
