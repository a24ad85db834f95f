import bundleUrl from 'swagger-ui-dist/swagger-ui-bundle.js?url'

/** Where this site's own server hands on to `kubectl proxy`, when it was started with `--lab-proxy`. */
const API = '/-/lab/api'

type SwaggerUI = (options: Readonly<Record<string, unknown>>) => unknown
declare global {
  interface Window {
    SwaggerUIBundle?: SwaggerUI
  }
}

/** Makes the page work: reads a description from the reader's server or a file, and only then loads Swagger UI, which is large. */
function startOpenApi(root: HTMLElement): void {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector's own
  const find = <T extends HTMLElement>(name: string): T | null => root.querySelector<T>(`[data-openapi-${name}]`)
  const words = JSON.parse(find('words')?.textContent ?? '{}') as Record<string, string>
  const say = (key: string | undefined, message = ''): void => {
    const status = find('status')
    if (status !== null) status.textContent = key === undefined ? '' : (words[`wm.openapi.${key}`] ?? '').replace('{{message}}', message)
  }
  const open = async (text: string, live: boolean): Promise<void> => {
    const description = readDescription(text)
    if (description === undefined) {
      say('notOpenApi')
      return
    }
    say('drawing')
    const draw = await loadSwagger(root.dataset['styles'] ?? '')
    const page = find('page')
    if (page === null) return
    page.hidden = false
    draw({
      domNode: page,
      // Live, its GET requests go to the reader's server through this one; from a file nothing can be asked.
      // Nobody authorizes here: kubectl proxy shows the certificate, and this site's server passes no credentials on.
      spec: { ...description, securityDefinitions: {}, security: [], ...(live ? { host: location.host, schemes: ['http'], basePath: API } : {}) },
      supportedSubmitMethods: live ? ['get', 'head'] : [],
      docExpansion: 'none',
      deepLinking: false,
      filter: true,
      // Kubernetes has hundreds of models and paths that refer to them: they open when they are asked for.
      defaultModelsExpandDepth: -1,
      validatorUrl: null,
      persistAuthorization: false,
    })
    say(undefined)
  }
  const failed = (error: unknown): void => {
    console.error(error)
    say('failed')
  }

  find('live')?.addEventListener('click', () => {
    say('asking')
    fetch(`${API}/openapi/v2`, { headers: { Accept: 'application/json' } }).then(
      async (response) => {
        if (response.ok) return open(await response.text(), true)
        const told: unknown = await response.json().catch(() => undefined)
        if (typeof told === 'object' && told !== null && 'message' in told) say('liveFailed', String(told.message))
        else say('noProxy')
      },
      () => say('noProxy'),
    ).catch(failed)
  })
  find<HTMLInputElement>('file')?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    const file = target.files?.[0]
    if (file !== undefined) file.text().then((text) => open(text, false)).catch(failed)
    // The same file may be chosen again after it has changed.
    target.value = ''
  })
}

function readDescription(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && ('swagger' in json || 'openapi' in json) ? json : undefined
  } catch {
    return undefined
  }
}

let loading: Promise<SwaggerUI> | undefined

function loadSwagger(styles: string): Promise<SwaggerUI> {
  loading ??= new Promise((resolve, reject) => {
    const style = document.createElement('link')
    style.rel = 'stylesheet'
    style.href = styles
    const script = document.createElement('script')
    script.src = bundleUrl
    script.onerror = () => reject(new Error('Swagger UI could not be loaded.'))
    script.onload = () => (window.SwaggerUIBundle === undefined ? reject(new Error('Swagger UI did not start.')) : resolve(window.SwaggerUIBundle))
    document.head.append(style, script)
  })
  return loading
}

const page = document.querySelector<HTMLElement>('.wm-openapi')
if (page !== null) startOpenApi(page)
