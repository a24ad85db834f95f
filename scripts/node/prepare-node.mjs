/**
 * Settings for this process and the ones it starts: compiled code and TypeScript without its types are kept between runs,
 * Node's notes about its own experimental parts stay quiet (people can do nothing about them), and Astro sends no usage data.
 */
export async function prepareNode(module, env = process.env) {
  module.enableCompileCache?.()
  env.ASTRO_TELEMETRY_DISABLED ??= '1'
  const stripped = new URL('./keep-stripped.mjs', import.meta.url).href
  // Threads take these from here too, where they are started with `execArgv: []`.
  for (const option of ['--disable-warning=ExperimentalWarning', `--import=${stripped}`]) {
    if (!(env.NODE_OPTIONS ?? '').includes(option)) env.NODE_OPTIONS = `${env.NODE_OPTIONS ?? ''} ${option}`.trim()
  }
  const printers = process.listeners('warning')
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning') return
    for (const print of printers) print(warning)
  })
  await import(stripped)
}
