// Placeholder until the real bootstrap lands: runs scripts/<name>.ts with the Node at hand.
import { spawnSync } from 'node:child_process'
const [name, ...rest] = process.argv.slice(2)
const tool = { test: ['node_modules/vitest/vitest.mjs', 'run'], lint: ['node_modules/eslint/bin/eslint.js', '.'], typecheck: ['node_modules/@astrojs/check/bin/astro-check.js'] }[name] ?? [`scripts/${name}.ts`]
process.exit(spawnSync(process.execPath, [...tool, ...rest], { stdio: 'inherit' }).status ?? 1)
