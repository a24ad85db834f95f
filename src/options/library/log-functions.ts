import { DeadEnd, type GoType, type NamedType, type Native, type Value } from '../machine/index.ts'
import { NOTHING } from './native-table.ts'

const PACKAGES = ['k8s.io/klog', 'k8s.io/klog/v2', 'github.com/golang/glog']
const SAYING = ['Info', 'Warning', 'Error'].flatMap((level) => ['', 'f', 'ln', 'S', 'SDepth', 'Depth', 'InfofDepth', 'lnDepth', 'fDepth'].map((form) => `${level}${form}`))
const ENDING = ['Fatal', 'Exit'].flatMap((level) => ['', 'f', 'ln', 'Depth', 'fDepth', 'lnDepth'].map((form) => `${level}${form}`))

/** Logging, by the import paths of its packages: what is said changes nothing, and what is fatal ends the program. */
export function logFunctions(): Map<string, Native> {
  const functions = new Map<string, Native>()
  const nothing: Native = () => NOTHING
  const exit: Native = ({ at, text }) => {
    throw new DeadEnd(text, at)
  }
  for (const path of PACKAGES) {
    const type: NamedType = { kind: 'named', importPath: path, packageName: path.includes('glog') ? 'glog' : 'klog', name: 'Verbose', args: [], under: (): GoType => ({ kind: 'struct', fields: [] }), pkg: undefined, spec: undefined }
    const verbose: Value = { kind: 'struct', type, fields: new Map() }
    for (const name of SAYING) {
      functions.set(`${path}.${name}`, nothing)
      functions.set(`${path}.Verbose.${name}`, nothing)
    }
    for (const name of ENDING) functions.set(`${path}.${name}`, exit)
    functions.set(`${path}.V`, () => verbose)
    functions.set(`${path}.Flush`, nothing)
    functions.set(`${path}.FlushAndExit`, exit)
  }
  for (const name of ['Print', 'Printf', 'Println']) functions.set(`log.${name}`, nothing)
  return functions
}

