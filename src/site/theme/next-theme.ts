export type Theme = 'light' | 'dark'

/** What a press of the button does: which theme to show, and what to remember (`undefined` follows the system again). */
export function nextTheme(shown: Theme, system: Theme): { readonly show: Theme; readonly remember: Theme | undefined } {
  const show = shown === 'dark' ? 'light' : 'dark'
  return { show, remember: show === system ? undefined : show }
}
