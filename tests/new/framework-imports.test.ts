import { isBuiltin } from 'node:module'
import { expect, it } from 'vitest'
import { isFrameworkFile } from '../../src/scaffold/framework-files.ts'
import { projectFiles, readProjectFile } from '../architecture/project-files.ts'

/** The package that a module is in: `@astrojs/starlight/schema` → `@astrojs/starlight`. */
const packageOf = (module: string): string => module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/')

/** Modules of packages that a file imports or requires when it runs. */
function modulesOf(file: string): string[] {
  const text = readProjectFile(file).replace(/\/\*[\s\S]*?\*\//g, '')
  const imports = [...text.matchAll(/^\s*(?:import|export)\b(?!\s+type\b)[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm), ...text.matchAll(/\b(?:import|require|require\.resolve|import\.meta\.resolve)\(\s*['"]([^'"]+)['"]/g), ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)]
  return imports.map(([, module = '']) => module).filter((module) => /^[@a-z]/.test(module) && !/^(astro|virtual):/.test(module) && !isBuiltin(module))
}

it('a project that is made installs every package that what it is given imports', () => {
  const { dependencies, optionalDependencies } = JSON.parse(readProjectFile('package.json')) as Record<string, Record<string, string>>
  const installed = new Set([...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {}), 'vscode'])
  const imported = projectFiles(/\.(ts|mjs|js|astro)$/).filter(isFrameworkFile).flatMap((file) => modulesOf(file).map((module) => ({ file, name: packageOf(module) })))
  expect(new Set(imported.map(({ name }) => name)).size).toBeGreaterThan(20)
  expect(imported.filter(({ name }) => !installed.has(name))).toEqual([])
})
