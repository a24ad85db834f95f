/** How long a button says what happened, in milliseconds. */
const SAID_FOR = 2000

/** Makes the copy buttons of commands work. What is copied is what stands there at that moment: the text of `code`. */
export function wireCommands(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('.wm-command')) {
    const button = figure.querySelector<HTMLButtonElement>('.wm-copy')
    const code = figure.querySelector('code')
    if (button === null || code === null) continue
    button.hidden = false
    const status = document.createElement('span')
    status.className = 'wm-copy-status'
    status.setAttribute('role', 'status')
    button.before(status)
    button.addEventListener('click', () => {
      void write(`${code.textContent}\n`).then(
        () => say(status, button.dataset['done']),
        () => say(status, button.dataset['failed']),
      )
    })
  }
}

function say(status: HTMLElement, words = ''): void {
  status.textContent = words
  setTimeout(() => status.replaceChildren(), SAID_FOR)
}

async function write(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
