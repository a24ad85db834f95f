/**
 * Settings for this process and the ones it starts: compiled code is cached between runs, Node's notes about its own
 * experimental parts stay quiet (people can do nothing about them), and Astro sends no usage data.
 */
export function prepareNode(module, env = process.env) {
  module.enableCompileCache?.()
  env.ASTRO_TELEMETRY_DISABLED ??= '1'
  const quiet = '--disable-warning=ExperimentalWarning'
  if (!(env.NODE_OPTIONS ?? '').includes(quiet)) env.NODE_OPTIONS = `${env.NODE_OPTIONS ?? ''} ${quiet}`.trim()
  const printers = process.listeners('warning')
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning') return
    for (const print of printers) print(warning)
  })
}
