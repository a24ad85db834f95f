/** How Swagger UI's styles (since 5.25) name a page that is dark. */
const DARK = 'html.dark-mode'

/**
 * Swagger UI's styles, dark when this site is: its own rules for dark pages stand under this site's mark for one. What they say of
 * the page as a whole is left out, for that is not theirs here.
 *
 * @throws Error where there are no such rules: another release may have another name for them.
 */
export function themedStyles(styles: string): string {
  if (!styles.includes(`${DARK} `)) throw new Error(`swagger-ui.css has no rules for ${DARK}`)
  return styles.replaceAll(/html\.dark-mode\{[^}]*\}/g, '').replaceAll(DARK, ":root[data-theme='dark']")
}
