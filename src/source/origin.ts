import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RepositoryConfig } from '../config/index.ts'
import { originInvalid } from './diagnostics.ts'
import { parseGoProxy, type ProxyList } from './proxy/parse-goproxy.ts'

/** A place to try. */
export type Origin =
  | { readonly kind: 'git'; readonly name: string; readonly url: string }
  | { readonly kind: 'folder'; readonly name: string; readonly path: string }
  | { readonly kind: 'proxy'; readonly name: string; readonly proxies: ProxyList }

const GIT_SCHEMES = new Set(['https', 'http', 'ssh', 'git', 'file'])

/**
 * The origins to try, in order.
 *
 * An override (`--source`, `WAYMARK_SOURCE`) stands alone: the config's addresses are then not asked. Without one they
 * are the repository, its mirrors, and, when the reader has set `GOPROXY` and the config names a module, that proxy.
 */
export function originsOf(
  config: RepositoryConfig,
  options: { readonly override?: string | undefined; readonly env: NodeJS.ProcessEnv; readonly base: string },
): Origin[] {
  const { override, env, base } = options
  if (override !== undefined && override.trim() !== '') {
    return splitList(override.trim(), base).flatMap((text) => readOrigin(text, config, env, base))
  }
  const texts = [config.repository, ...config.mirrors]
  if (config.module !== undefined && env['GOPROXY'] && !/^(direct|off)$/.test(env['GOPROXY'])) texts.push('goproxy')
  const seen = new Set<string>()
  return texts
    .flatMap((text) => readOrigin(text, config, env, base))
    .filter(({ name }) => !seen.has(name) && seen.add(name))
}

/**
 * Reads one origin as a person writes it: a folder, a git URL, `host:path` as ssh has it, or `goproxy+<list>` with a
 * list in `GOPROXY` syntax (`goproxy` alone: what `GOPROXY` says). An address that exists as a folder is a folder.
 *
 * @throws WaymarkError `origin-invalid` for anything that could reach git as an option, a helper or a command.
 */
export function readOrigin(text: string, config: RepositoryConfig, env: NodeJS.ProcessEnv, base: string): Origin[] {
  if (text.startsWith('-')) throw originInvalid(text, 'it begins with a dash')
  if (/[\u0000-\u001f\u007f]/.test(text)) throw originInvalid(text, 'it holds control characters')
  if (text === 'goproxy' || text.startsWith('goproxy+')) return proxyOrigins(text, config, env)
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined) {
    if (!GIT_SCHEMES.has(scheme)) throw originInvalid(text, `${scheme}:// is not a scheme Waymark hands to git`)
    if (/^[a-z]+:\/\/([^/@]*@)?-/i.test(text)) throw originInvalid(text, 'its host begins with a dash')
    return [{ kind: 'git', name: withoutPassword(text), url: text }]
  }
  const path = resolve(base, text)
  if (existsSync(path)) return [isBareRepository(path) ? fromBare(path) : { kind: 'folder', name: path, path }]
  if (/^[A-Za-z0-9_]+::/.test(text)) throw originInvalid(text, 'remote helpers are not used')
  const scp = /^([^/\\:@]+@)?([^/\\:@]{2,}):(.+)$/.exec(text)
  if (scp !== null) {
    if (/^-/.test(scp[2] ?? '') || /^-/.test(scp[3] ?? '')) throw originInvalid(text, 'its host or path begins with a dash')
    return [{ kind: 'git', name: text, url: text }]
  }
  return [{ kind: 'folder', name: path, path }]
}

function proxyOrigins(text: string, config: RepositoryConfig, env: NodeJS.ProcessEnv): Origin[] {
  const list = text === 'goproxy' ? (env['GOPROXY'] ?? '') : text.slice('goproxy+'.length)
  if (list.trim() === '') throw originInvalid(text, 'GOPROXY is not set')
  const { proxies, then } = parseGoProxy(list)
  const origins: Origin[] = []
  if (proxies.length > 0) origins.push({ kind: 'proxy', name: proxies.map(({ url }) => withoutPassword(url)).join(', '), proxies })
  if (then === 'direct') origins.push({ kind: 'git', name: withoutPassword(config.repository), url: config.repository })
  if (origins.length === 0) throw originInvalid(text, 'the list names no module proxy')
  return origins
}

/** Several origins may be separated by white space, as long as each one is an address or exists; else it is one path. */
function splitList(text: string, base: string): string[] {
  const parts = text.split(/\s+/)
  if (parts.length < 2 || existsSync(resolve(base, text))) return [text]
  const address = /^(goproxy(\+|$)|[A-Za-z][A-Za-z0-9+.-]*:\/\/|([^/\\:@]+@)?[^/\\:@]{2,}:)/
  return parts.every((part) => address.test(part) || existsSync(resolve(base, part))) ? parts : [text]
}

function isBareRepository(path: string): boolean {
  return (
    statSync(path).isDirectory() &&
    existsSync(join(path, 'HEAD')) &&
    existsSync(join(path, 'objects')) &&
    existsSync(join(path, 'refs')) &&
    !existsSync(join(path, '.git'))
  )
}

function fromBare(path: string): Origin {
  const url = pathToFileURL(path).href
  return { kind: 'git', name: url, url }
}

/** The address as it may be shown and stored: a password in it is left out. */
export function withoutPassword(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/:@]*):[^/@]*@/i, '$1@')
}
