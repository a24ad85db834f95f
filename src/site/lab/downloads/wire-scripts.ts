import type { LabValues } from '../../../lab/parameters/index.ts'

/** The values to write scripts with, and whether they differ from those of the files that are served. */
export interface ScriptValues {
  readonly values: LabValues
  readonly changed: boolean
}

/**
 * Links to scripts lead to the served files, which have default values. With other values the script is written here, by the same
 * function, and saved under the same name.
 */
export function wireScripts(root: Document, labUrl: string, current: () => ScriptValues): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[download][href$=".sh"]') : null
    const { values, changed } = current()
    if (link === null || !changed) return
    event.preventDefault()
    const name = new URL(link.href).pathname.split('/').at(-1) ?? 'setup.sh'
    write(labUrl, values, name).catch((error: unknown) => {
      console.error(error)
      link.title = String(error)
    })
  })
}

async function write(labUrl: string, values: LabValues, name: string): Promise<void> {
  const [{ writeScript }, response] = await Promise.all([import('./write-script.ts'), fetch(labUrl)])
  if (!response.ok) throw new Error(`${labUrl}: ${response.status}`)
  const lab = (await response.json()) as Parameters<typeof writeScript>[0]
  const text = writeScript(lab, values, name === 'setup.sh' ? undefined : name.replace(/\.sh$/, ''))
  const url = URL.createObjectURL(new Blob([text], { type: 'text/x-shellscript' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
