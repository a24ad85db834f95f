// Stands in for npm: `install <package>@22` puts a package with a Node binary into the current folder, or fails as told.
const { existsSync, mkdirSync, symlinkSync, writeFileSync } = require('node:fs')

const [, , , wanted] = process.argv
const name = wanted.slice(0, wanted.lastIndexOf('@'))
const mode = process.env.FAKE_NPM
if (mode === 'fail') {
  process.stderr.write('npm error network\n')
  process.exit(1)
}
if (!existsSync('package.json')) process.exit(3)
mkdirSync(`node_modules/${name}/bin`, { recursive: true })
writeFileSync(`node_modules/${name}/package.json`, JSON.stringify({ version: '22.99.0', bin: { node: 'bin/node' } }))
if (mode === 'unusable') writeFileSync(`node_modules/${name}/bin/node`, 'not a program', { mode: 0o755 })
else symlinkSync(process.execPath, `node_modules/${name}/bin/node`)
if (mode === 'killed') process.kill(process.ppid, 'SIGKILL')
