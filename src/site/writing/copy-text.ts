/** How long a button says what happened, in milliseconds. */
const SAID_FOR = 2000

/** Copies a text, and lets the button that was pressed say whether that worked. */
export async function copyText(button: HTMLElement, text: string, words: { readonly copied: string; readonly notCopied: string }): Promise<void> {
  const before = button.textContent
  const copied = await navigator.clipboard.writeText(text).then(() => true, () => false)
  button.textContent = copied ? words.copied : words.notCopied
  button.dataset['said'] = copied ? 'copied' : 'failed'
  setTimeout(() => {
    button.textContent = before
    delete button.dataset['said']
  }, SAID_FOR)
}
