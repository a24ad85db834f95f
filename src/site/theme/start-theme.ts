import { nextTheme, type Theme } from './next-theme.ts'
import { themeKey } from './theme-script.ts'

/** Makes the theme buttons work, and follows the system while the reader hasn't chosen. */
export function startTheme(window: Window): void {
  const root = window.document.documentElement
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const system = (): Theme => (dark.matches ? 'dark' : 'light')
  for (const button of window.document.querySelectorAll<HTMLButtonElement>('[data-wm-theme]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      const { show, remember } = nextTheme(root.dataset['theme'] === 'dark' ? 'dark' : 'light', system())
      root.dataset['theme'] = show
      store(window, remember)
    })
  }
  dark.addEventListener('change', () => {
    if (!stored(window)) root.dataset['theme'] = system()
  })
}

/** Storage can be switched off; the choice then lasts as long as the page. */
function store({ localStorage }: Window, theme: Theme | undefined): void {
  try {
    if (theme === undefined) localStorage.removeItem(themeKey)
    else localStorage.setItem(themeKey, theme)
  } catch {}
}

function stored({ localStorage }: Window): string | null {
  try {
    return localStorage.getItem(themeKey)
  } catch {
    return null
  }
}
