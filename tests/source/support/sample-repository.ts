import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { RepositoryConfig, WalkthroughConfig } from '../../../src/config/index.ts'
import { silentProgress, type Progress } from '../../../src/report/index.ts'
import type { SourceOptions } from '../../../src/source/index.ts'

/** A folder of its own for one test, removed afterwards by `dispose`. */
export function scratch(): { readonly path: string; dispose(): void } {
  const path = mkdtempSync(join(tmpdir(), 'waymark-source-'))
  return { path, dispose: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) }
}

/** Git for building fixtures: no user or system configuration. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

export function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

/** A Go repository in the shape Kubernetes has: one module, staging modules replaced by folders, links in `vendor/`. */
export const SAMPLE_FILES: Readonly<Record<string, string>> = {
  'go.mod': 'module example.org/big\n\ngo 1.20\n\nreplace example.org/lib => ./staging/src/example.org/lib\n',
  'README.md': 'A sample.\n',
  'cmd/server/main.go': 'package main\n\nimport (\n\t"fmt"\n\t"example.org/big/pkg/options"\n\t"example.org/dep/flag"\n)\n\nfunc main() { fmt.Println(options.New(), flag.New()) }\n',
  'cmd/server/app/app.go': 'package app\n\nimport "example.org/lib/used"\n\nvar App = used.Name\n',
  'cmd/server/app/testdata/data.txt': 'data\n',
  'pkg/options/options.go': 'package options\n\nimport "example.org/big/pkg/deeper"\n\nfunc New() string { return deeper.Name }\n',
  'pkg/options/options_test.go': 'package options\n\nimport _ "example.org/big/pkg/unused"\n',
  'pkg/options/nested/nested.go': 'package nested\n',
  'pkg/deeper/deeper.go': 'package deeper\n\nconst Name = "deeper"\n',
  'pkg/unused/unused.go': 'package unused\n',
  'staging/src/example.org/lib/go.mod': 'module example.org/lib\n',
  'staging/src/example.org/lib/used/used.go': 'package used\n\nconst Name = "used"\n',
  'staging/src/example.org/lib/other/other.go': 'package other\n',
  'vendor/example.org/dep/flag/flag.go': 'package flag\n\nfunc New() string { return "flag" }\n',
  'docs/guide.md': '# Guide\n',
}

export interface Sample {
  readonly root: string
  readonly commit: string
}

/** Makes the sample a git repository with the tag `v1.0.0`, in `folder`. */
export function makeRepository(folder: string, options: { readonly filter?: boolean; readonly extra?: (root: string) => void } = {}): Sample {
  mkdirSync(folder, { recursive: true })
  git(folder, 'init', '-q', '-b', 'main', '.')
  write(folder, SAMPLE_FILES)
  mkdirSync(join(folder, 'vendor/example.org'), { recursive: true })
  symlinkSync('../../staging/src/example.org/lib', join(folder, 'vendor/example.org/lib'))
  options.extra?.(folder)
  git(folder, 'add', '-A', '-f', '.')
  git(folder, 'commit', '-q', '-m', 'one')
  git(folder, 'tag', 'v1.0.0')
  git(folder, 'config', 'uploadpack.allowFilter', String(options.filter ?? true))
  git(folder, 'config', 'uploadpack.allowAnySHA1InWant', String(options.filter ?? true))
  return { root: folder, commit: git(folder, 'rev-parse', 'HEAD') }
}

/** A walkthrough over the sample. */
export function walkthroughOf(source: Partial<RepositoryConfig> & { readonly repository: string; readonly commit: string }): WalkthroughConfig {
  return {
    id: 'sample',
    title: { en: 'Sample' },
    version: 'v1.0.0',
    license: { name: 'None', url: 'https://example.org', holder: 'nobody' },
    packages: ['cmd/server/...'],
    aliases: {},
    path: [{ symbol: 'main.main', chapter: 'walk', summary: { en: 'Starts.' } }],
    chapters: ['walk'],
    source: { tag: 'v1.0.0', mirrors: [], linesUrl: 'https://example.org/{path}', ...source },
  }
}

/** A progress that keeps what was said. */
export function listeningProgress(): Progress & { readonly said: string[] } {
  const said: string[] = []
  return { ...silentProgress, say: (line) => void said.push(line), said }
}

/** Options over a cache of the test's own, with no setting of this machine that could change an outcome. */
export function optionsFor(folder: string, more: Partial<SourceOptions> = {}): SourceOptions {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env
  return {
    cacheRoot: join(folder, 'cache'),
    projectRoot: folder,
    env: { PATH, HOME, TMPDIR, SystemRoot, GIT_SSL_CAINFO: process.env['GIT_SSL_CAINFO'] },
    progress: silentProgress,
    ...more,
  }
}
