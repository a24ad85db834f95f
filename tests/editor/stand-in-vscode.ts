import nodeModule from 'node:module'

/** What `vscode` gives to extensions, as far as a client needs it to start: what is not named here is anything at all. */
export function standInVscode(settings: Readonly<Record<string, unknown>>, say: (text: string) => void): object {
  class Disposable {
    dispose(): void {}
  }
  class EventEmitter extends Disposable {
    readonly event = (): Disposable => new Disposable()
    fire(): void {}
  }
  class CancellationTokenSource extends Disposable {
    readonly token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() }
  }
  const channel = { append: say, appendLine: say, info: say, warn: say, error: say, debug: say, trace: say, show: () => undefined, dispose: () => undefined, onDidChangeLogLevel: () => new Disposable() }
  const shown = (text: string): Promise<void> => {
    say(text)
    return Promise.resolve()
  }
  return anything({
    version: '1.91.0',
    Disposable,
    EventEmitter,
    CancellationTokenSource,
    env: anything({ language: 'en', appName: 'a stand-in' }),
    window: anything({ createOutputChannel: () => channel, showErrorMessage: shown, visibleTextEditors: [], tabGroups: anything({ all: [] }) }),
    workspace: anything({ textDocuments: [], notebookDocuments: [], workspaceFolders: [], getConfiguration: () => ({ get: (key: string) => settings[key] }) }),
  })
}

/** A thing that can be called, made and asked for any property, with some of its own. */
function anything(own: Record<PropertyKey, unknown> = {}): object {
  const nothing = class extends Object {}
  return new Proxy(nothing, {
    get: (target, key) => {
      if (key in own) return own[key]
      if (key === 'then') return undefined
      if (key === Symbol.iterator) return () => [].values()
      if (key in target) return Reflect.get(target, key) as unknown
      return (own[key] = anything())
    },
    apply: () => anything(),
  })
}

/** Runs something as in VS Code: the `vscode` that modules ask for meanwhile is this one. */
export function withVscode<T>(vscode: object, run: () => T): T {
  // What Node's own loader of CommonJS modules goes through; the documentation of `node:module` leaves it out.
  const load = Reflect.get(nodeModule, '_load') as (request: string, ...rest: unknown[]) => unknown
  Reflect.set(nodeModule, '_load', (request: string, ...rest: unknown[]) => (request === 'vscode' ? vscode : load(request, ...rest)))
  try {
    return run()
  } finally {
    Reflect.set(nodeModule, '_load', load)
  }
}
