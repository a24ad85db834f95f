/** How long a button says what happened, in milliseconds. */
const SAID_FOR = 2000

/** What buttons say by themselves, while they say what happened. */
const labels = new WeakMap<HTMLElement, string>()

/** Copies a text, and lets the button that was pressed say whether that worked. */
export async function copyText(button: HTMLElement, text: string, words: { readonly copied: string; readonly notCopied: string }): Promise<void> {
  const copied = await write(text)
  const label = labels.get(button) ?? button.textContent
  labels.set(button, label)
  button.textContent = copied ? words.copied : words.notCopied
  button.dataset['said'] = copied ? 'copied' : 'failed'
  setTimeout(() => {
    labels.delete(button)
    button.textContent = label
    delete button.dataset['said']
  }, SAID_FOR)
}

/** Tells whether it worked: pages that another machine serves without a certificate have no clipboard at all. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
