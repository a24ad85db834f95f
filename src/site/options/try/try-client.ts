/** Starts the page where a command line is tried; everything else is loaded together with the data it needs. */
async function startTrying(root: HTMLElement): Promise<void> {
  const [{ wireLine }, response] = await Promise.all([import('./wire-line.ts'), fetch(root.dataset['try'] ?? '')])
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`)
  wireLine(root, (await response.json()) as Parameters<typeof wireLine>[1])
}

const root = document.querySelector<HTMLElement>('[data-try]')
if (root !== null) {
  startTrying(root).catch((error: unknown) => {
    console.warn(error)
    root.querySelector('[data-try-result]')?.replaceChildren(root.dataset['failed'] ?? '')
  })
}
