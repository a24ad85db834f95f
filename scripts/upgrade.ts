/** `npm run upgrade -- --to <version>`: what becomes of a walkthrough in another version of its source. */
import { resolve } from 'node:path'
import { Command } from 'commander'
import pc from 'picocolors'
import { loadConfig, projectRoot } from '../src/config/index.ts'
import { formatSummary } from '../src/upgrade/index.ts'
import { chooseWalkthrough, jsonOption, runScript, sourceOption } from './cli/index.ts'
import { applyUpgrade } from './upgrade/apply-upgrade.ts'
import { compareVersions } from './upgrade/compare-versions.ts'
import { storeDifferences, writePage } from './upgrade/write-report.ts'

interface Options {
  readonly to: string
  readonly walkthrough?: string
  readonly source?: string
  readonly json?: true
  readonly offline?: true
  readonly apply?: true
  readonly page?: string
  readonly store?: true
}

const command = new Command('upgrade')
  .description('Compares everything the chapters hold on to with another version of the source. Exit 1 when something needs a person.')
  .requiredOption('--to <version>', 'the other version: a tag, a git address with #tag, or a folder')
  .option('--walkthrough <id>', 'which walkthrough; the first one by default')
  .addOption(sourceOption())
  .addOption(jsonOption())
  .option('--offline', 'use only what is on this machine')
  .option('--page <file>', 'write the report as an HTML page that needs nothing else')
  .option('--store', 'keep what differs, without any code, for the pages: see versions in walkthrough.config.ts')
  .option('--apply', 'write what is certain into chapters, config and lock file; prose is never touched')


await runScript(command, async (parsed, { progress, signal }) => {
  const { to, walkthrough: id, source, json, offline = false, apply, page, store } = parsed.opts<Options>()
  if (to.trim() === '') return parsed.error('--to names no version')
  const config = await loadConfig()
  const walkthrough = chooseWalkthrough(config.walkthroughs, id)
  const base = process.env.INIT_CWD ?? process.cwd()
  const upgrade = await compareVersions({ config, walkthrough, to, source, projectRoot, base, offline, env: process.env, progress, signal })
  const { report } = upgrade
  process.stdout.write(json ? `${JSON.stringify(report, undefined, 2)}\n` : `${formatSummary(report, pc)}\n`)
  if (page !== undefined) progress.say(`the report is in ${await writePage(upgrade, resolve(base, page))}`)
  if (store) progress.say(`what differs is kept in ${await storeDifferences(upgrade, walkthrough, projectRoot)}`)
  if (apply) {
    const { files, places, left } = await applyUpgrade(upgrade, walkthrough, projectRoot)
    progress.say(`rewrote ${places} place${places === 1 ? '' : 's'} in ${files.length} file${files.length === 1 ? '' : 's'}: ${files.join(', ')}`)
    for (const line of left) progress.say(line)
  } else if (report.pin !== undefined) {
    progress.say(`${report.to} is commit ${report.pin.commit}. To pin it: tag: '${report.pin.tag}', commit: '${report.pin.commit}' in walkthrough.config.ts (--apply writes it).`)
  }
  return report.needsPerson > 0 ? 1 : 0
})
