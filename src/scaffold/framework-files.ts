/** Folders and files that make a walkthrough project run, apart from any walkthrough. */
const PARTS = [
  'src/',
  'scripts/',
  'public/',
  'content/i18n/',
  '.vscode/',
  'astro.config.mjs',
  'content.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  '.npmrc',
  '.gitignore',
  '.gitattributes',
  'LICENSE',
]

/** Parts of those that are for developing Waymark itself. */
const ITS_OWN = /^scripts\/(bench|truth)(\/|\.ts$)/

/** Whether a file of Waymark belongs into every walkthrough project. The path is relative to the root, with forward slashes. */
export function isFrameworkFile(path: string): boolean {
  return PARTS.some((part) => (part.endsWith('/') ? path.startsWith(part) : path === part)) && !ITS_OWN.test(path)
}

/** npm scripts that are for developing Waymark itself. */
const ITS_OWN_SCRIPTS = new Set(['test', 'typecheck', 'lint', 'bench'])

/** Keys of `package.json` that speak of Waymark, and not of a project made with it. */
const ITS_OWN_KEYS = ['license', 'devDependencies']

/** What is read of `package.json`. */
type Package = Record<string, unknown> & { readonly scripts?: Record<string, string> }
/** What is read of `package-lock.json`, version 3: packages by folder, `''` being the project itself. */
type PackageLock = Record<string, unknown> & { readonly packages?: Record<string, Record<string, unknown>> }

/**
 * `package.json` and `package-lock.json` of a walkthrough project: without what only developing Waymark needs. Packages
 * that nothing else needs are those the lock file marks `dev` (npm's documentation of package-lock.json).
 */
export function frameworkPackage(name: string, packageText: string, lockText: string): { readonly package: string; readonly lock: string } {
  const own = without(JSON.parse(packageText) as Package, ITS_OWN_KEYS)
  const scripts = Object.fromEntries(Object.entries(own.scripts ?? {}).filter(([script]) => !ITS_OWN_SCRIPTS.has(script)))
  const lock = JSON.parse(lockText) as PackageLock
  const packages = Object.entries(lock.packages ?? {})
    .filter(([, { dev }]) => dev !== true)
    .map(([folder, about]) => {
      return [folder, folder === '' ? { ...without(about, ITS_OWN_KEYS), name } : about]
    })
  return {
    package: json({ ...own, name, description: 'A walkthrough of Go source, made with Waymark.', scripts }),
    lock: json({ ...lock, name, packages: Object.fromEntries(packages) as unknown }),
  }
}

function without<T extends object>(about: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(about).filter(([key]) => !keys.includes(key))) as T
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`
