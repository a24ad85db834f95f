/** What a key asks for. */
export type KeyAction = 'next' | 'previous' | 'search' | 'help'

/** The part of a keyboard event that decides. */
export interface PressedKey {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
  readonly defaultPrevented: boolean
}

const actions: Readonly<Record<string, KeyAction>> = { n: 'next', p: 'previous', '/': 'search', '?': 'help' }

/**
 * The action of a key, or undefined.
 *
 * Nothing is taken from someone who is typing (also in an input method), from a browser's or system's own shortcuts, or
 * while a dialog is open.
 */
export function keyAction(pressed: PressedKey, context: { typing: boolean; dialogOpen: boolean }): KeyAction | undefined {
  if (pressed.defaultPrevented || pressed.isComposing || pressed.altKey || pressed.ctrlKey || pressed.metaKey) return undefined
  if (context.typing || context.dialogOpen) return undefined
  return actions[pressed.key]
}
