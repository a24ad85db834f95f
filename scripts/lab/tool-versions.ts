import { WaymarkError } from '../../src/report/index.ts'
import type { OpenLab } from './open-lab.ts'
import { runLabScript } from './run-lab-script.ts'

/** What each of the lab's tools says of itself; tools that are not there are left out. */
export async function toolVersions(open: OpenLab, signal: AbortSignal): Promise<Record<string, string>> {
  const { code, text } = await runLabScript(open, ['versions'], { signal })
  if (code !== 0) throw new WaymarkError({ code: 'lab-versions', severity: 'error', message: 'The tools could not be asked for their versions.', found: text.trim(), fix: 'Run `npm run lab -- doctor`.' })
  return Object.fromEntries(
    text.split('\n').flatMap((line): [string, string][] => {
      const [tool, version] = line.split(' ')
      return tool === undefined || version === undefined || version === '-' ? [] : [[tool, version]]
    }),
  )
}
