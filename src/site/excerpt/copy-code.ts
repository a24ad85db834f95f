/** How long the button says what happened, in milliseconds. */
const SAID_FOR = 2000

const codeOf = (line: Element): string => line.querySelector('.wm-text')?.textContent ?? ''

/** Makes the copy button of an excerpt work: the whole excerpt, folded lines included, and nothing that isn't code. */
export function wireCopyButton(figure: HTMLElement): void {
  const button = figure.querySelector<HTMLButtonElement>('.wm-copy')
  if (button === null) return
  button.hidden = false
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  status.className = 'wm-copy-status'
  button.before(status)
  const say = (words: string | undefined): void => {
    status.textContent = words ?? ''
    setTimeout(() => {
      status.replaceChildren()
    }, SAID_FOR)
  }
  button.addEventListener('click', () => {
    const code = [...figure.querySelectorAll('.line')].map(codeOf).join('\n')
    write(`${code}\n`).then(
      () => {
        say(button.dataset['done'])
      },
      () => {
        say(button.dataset['failed'])
      },
    )
  })
}

/** Fails, rather than throws, where the page may not write: a clipboard is for secure addresses only. */
async function write(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

/**
 * A selection of code by hand is copied as code: no numbers, no notes. A closed fold inside it is copied as a comment that
 * says what is missing. A selection that reaches outside the code, or stays inside a note, is the browser's own matter.
 */
export function copySelectedCode(event: ClipboardEvent): void {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return
  const range = selection.getRangeAt(0)
  const from = elementOf(range.startContainer)
  const to = elementOf(range.endContainer)
  const pane = from?.closest('.wm-pane') ?? null
  if (pane === null || pane !== to?.closest('.wm-pane') || from?.closest('.wm-note') || to.closest('.wm-note')) return
  const lines: string[] = []
  for (const part of pane.querySelectorAll('.line, .wm-fold > summary')) {
    if (!range.intersectsNode(part)) continue
    const fold = part.closest<HTMLDetailsElement>('.wm-fold')
    if (part.matches('summary')) {
      if (fold?.open === false) lines.push(`// ⋯ ${part.textContent.trim()}`)
    } else if (fold === null || fold.open) lines.push(selectedText(part, range))
  }
  event.clipboardData?.setData('text/plain', lines.join('\n'))
  event.preventDefault()
}

/** The part of a line's code inside a range. */
function selectedText(line: Element, range: Range): string {
  const text = line.querySelector('.wm-text')
  if (text === null) return ''
  const part = document.createRange()
  part.selectNodeContents(text)
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset)
  return part.toString()
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}
