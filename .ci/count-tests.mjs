/**
 * Prints the closing line `N passed, N failed`, summed over the JSON reports in a folder; exit code 1 unless all is well.
 *
 * A failed section that left no failed test behind (a linter, a build) counts as one failure. A skipped test is a failure,
 * unless may-skip.txt names it: in CI everything that a test may need is there. Each failure is told once more, with its
 * first lines, because the end of a long log is the part that is kept. So is what passed only at the second try.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, ...failedSections] = process.argv.slice(2)
const maySkip = readFileSync(new URL('may-skip.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ')[0])
let passed = 0
let failed = 0
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')).sort()) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const files = report.testResults ?? []
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const skipped = files
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
    .filter(({ fullName }) => !maySkip.some((ending) => fullName.endsWith(ending)))
  for (const { fullName, failureMessages } of files.flatMap((file) => file.assertionResults).filter(({ status }) => status === 'failed')) {
    process.stdout.write(`failed in ${name}: ${fullName}\n${firstLines(failureMessages.join('\n'))}\n`)
  }
  for (const { fullName, failureMessages } of files.flatMap((file) => file.assertionResults).filter(({ status, failureMessages: messages }) => status === 'passed' && messages.length > 0)) {
    process.stdout.write(`passed only at the second try in ${name}: ${fullName}\n${firstLines(failureMessages.join('\n'))}\n`)
  }
  for (const { fullName } of skipped) process.stdout.write(`skipped in ${name}: ${fullName}\n`)
  for (const file of brokenFiles) process.stdout.write(`did not run in ${name}: ${file.name}\n${firstLines(file.message ?? '')}\n`)
  passed += report.numPassedTests
  failed += report.numFailedTests + skipped.length + brokenFiles.length
}
const unexplained = failed === 0 ? failedSections.length : 0
if (failedSections.length > 0) process.stdout.write(`sections that failed: ${failedSections.join(', ')}\n`)
process.stdout.write(`${passed} passed, ${failed + unexplained} failed\n`)
process.exitCode = failed + unexplained + failedSections.length > 0 || passed === 0 ? 1 : 0

function firstLines(text) {
  return text
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n')
}
