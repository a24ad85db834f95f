import { describeEntry } from './describe-entry.ts'
import { keyTree } from './key-tree.ts'
import { readDump, type EtcdEntry } from './read-dump.ts'
import { renderTree } from './render-tree.ts'
import { valuePane } from './value-pane.ts'

/** Where this site's own server reads the reader's etcd, when it was started with `--lab-proxy`. */
const LIVE = '/-/lab/etcd?prefix=/registry/'

/** Makes the etcd viewer work: keys that open, values decoded, dumps from a file or from the reader's lab. */
function startViewer(root: HTMLElement): void {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector's own
  const find = <T extends HTMLElement>(name: string): T | null => root.querySelector<T>(`[data-etcd-${name}]`)
  const words = JSON.parse(find('words')?.textContent ?? '{}') as Record<string, string>
  const say = (key: string | undefined, values: Readonly<Record<string, string | number>> = {}): void => {
    const status = find('status')
    if (status !== null) status.textContent = key === undefined ? '' : fill(words[`wm.etcd.${key}`], values)
  }
  const tree = find('tree')
  const filter = find('filter')?.querySelector('input') ?? null
  const section = find('value')
  const buttons = (): HTMLElement[] => [...(tree?.querySelectorAll<HTMLElement>('button[data-key]') ?? [])]
  const pane =
    section === null
      ? undefined
      : valuePane(section, words, {
          button: (key) => buttons().find((button) => button.dataset['key'] === key) ?? null,
          otherwise: filter,
          changed: () => {
            for (const button of buttons()) {
              if (button.dataset['key'] === pane?.shown()) button.setAttribute('aria-current', 'true')
              else button.removeAttribute('aria-current')
            }
          },
        })
  let entries: readonly EtcdEntry[] = []

  const draw = (): void => {
    if (tree === null) return
    const wanted = (filter?.value ?? '').trim().toLowerCase()
    const shown = wanted === '' ? entries : entries.filter(({ key }) => key.toLowerCase().includes(wanted))
    const nodes = keyTree(shown.map((entry) => ({ key: entry.key, entry, ...describeEntry(entry) })))
    tree.replaceChildren(renderTree(nodes, { open: wanted === '' ? 2 : Number.POSITIVE_INFINITY, chosen: pane?.shown(), choose: ({ entry }, byKeyboard) => pane?.open(entry, byKeyboard) }))
  }
  const open = (text: string, what: string, values: Readonly<Record<string, string | number>> = {}): boolean => {
    const dump = readDump(text)
    if (dump.kind === 'problem') {
      say(dump.problem)
      return false
    }
    entries = dump.entries
    const place = find('what')
    if (place !== null) place.textContent = fill(words[`wm.etcd.${what}`], { ...values, count: entries.length })
    pane?.clear()
    find('filter')?.toggleAttribute('hidden', entries.length === 0)
    say(undefined)
    draw()
    return true
  }
  const get = async (url: string): Promise<string> => {
    const response = await fetch(url)
    if (response.ok) return response.text()
    const told: unknown = await response.json().catch(() => undefined)
    throw new Error(typeof told === 'object' && told !== null && 'message' in told ? String(told.message) : '')
  }
  const loadShipped = (): void => {
    if (root.dataset['dump'] !== undefined) void get(root.dataset['dump']).then((text) => open(text, 'whatShipped'), () => say('unreadable'))
  }

  find('live')?.addEventListener('click', () => {
    say('asking')
    get(LIVE).then(
      (text) => open(text, 'whatLive'),
      // Without a sentence of its own it is a server without the proxy.
      (error: unknown) => {
        const message = error instanceof Error ? error.message : ''
        if (message === '' || message.startsWith('Failed')) say('noProxy')
        else say('liveFailed', { message })
      },
    )
  })
  find<HTMLInputElement>('file')?.addEventListener('change', ({ target }) => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined
    if (file !== undefined) void file.text().then((text) => open(text, 'whatFile', { name: file.name }), () => say('unreadable'))
    // The same file may be chosen again after it has changed.
    if (target instanceof HTMLInputElement) target.value = ''
  })
  find('shipped')?.addEventListener('click', loadShipped)
  filter?.addEventListener('input', draw)
  loadShipped()
}

function fill(text = '', values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

const viewer = document.querySelector<HTMLElement>('.wm-etcd')
if (viewer !== null) startViewer(viewer)
