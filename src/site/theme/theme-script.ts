/** Where the reader's choice is kept: `light`, `dark` or nothing for the system's. Starlight uses the same key. */
export const themeKey = 'starlight-theme'

/**
 * Sets the theme before anything is painted. It stands in the page as it is, and its hash in the security policy is
 * computed from this very text.
 */
export const themeScript = `(()=>{let t;try{t=localStorage.getItem('${themeKey}')}catch{}
document.documentElement.dataset.theme=t==='light'||t==='dark'?t:matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'})()`
