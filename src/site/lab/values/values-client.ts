import { resolveValues } from '../../../lab/parameters/index.ts'
import { wireScripts } from '../downloads/wire-scripts.ts'
import { wireCommands } from '../step/wire-commands.ts'
import { keepValues, keptValues, VALUES_KEY } from './kept-values.ts'
import type { PanelData } from './panel-data.ts'
import { fromFragment, type ReaderValues } from './reader-values.ts'
import { wirePanel } from './wire-panel.ts'
import { writeValues } from './write-values.ts'

/** What scripts add to the lab's pages: the reader's own values in every command, copying, scripts with those values. */
function startLab(): void {
  wireCommands(document)
  const element = document.querySelector<HTMLElement>('.wm-values')
  const text = element?.querySelector('[data-values-data]')?.textContent
  if (!element || !text) return
  const data = JSON.parse(text) as PanelData
  const { parameters } = data
  let values: ReaderValues = keptValues(parameters)
  // What a link brings is shown, and kept only when the reader says so: these are commands that will be run.
  let offered = fromFragment(parameters, location.hash)
  if (offered !== undefined && JSON.stringify(offered) === JSON.stringify(values)) offered = undefined

  const shown = (): ReaderValues => offered ?? values
  const show = (): void => {
    writeValues(document, parameters, resolveValues(parameters, shown()))
    panel.show(shown(), offered !== undefined)
  }
  const panel = wirePanel(element, data, {
    change: (next) => {
      if (offered === undefined) {
        values = next
        keepValues(values)
      } else offered = next
      show()
    },
    settle: (keep) => {
      if (keep && offered !== undefined) {
        values = offered
        keepValues(values)
      }
      offered = undefined
      history.replaceState(history.state, '', location.pathname + location.search)
      show()
    },
  })
  wireScripts(document, data.labUrl, () => ({ values: resolveValues(parameters, shown()), changed: Object.keys(shown()).length > 0 }))
  window.addEventListener('hashchange', () => {
    const brought = fromFragment(parameters, location.hash)
    if (brought === undefined) return
    offered = brought
    show()
  })
  // Another tab of the lab.
  window.addEventListener('storage', ({ key }) => {
    if (key !== VALUES_KEY && key !== null) return
    values = keptValues(parameters)
    show()
  })
  show()
}

startLab()
