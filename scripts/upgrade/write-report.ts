import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import { differencesFile, differencesOf, formatDifferences, reportPage } from '../../src/upgrade/index.ts'
import { codeUrl } from '../../src/walkthrough/code-url.ts'
import type { Upgrade } from './compare-versions.ts'

/** Writes the report as a page, and returns its path. Places link to the code host where their commit is known. */
export async function writePage({ report, other }: Upgrade, file: string): Promise<string> {
  const { linesUrl } = other.walkthrough.source
  const { pin } = other
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, reportPage(report, (path, start, end) => (pin === undefined || !linesUrl ? undefined : codeUrl(linesUrl, { ...pin, path, start, end }))))
  return file
}

/**
 * Keeps what differs for the pages, and returns the file's path.
 *
 * @throws WaymarkError `version-unlisted` when the config lists no version that this could be.
 */
export async function storeDifferences({ report, other, after }: Upgrade, walkthrough: WalkthroughConfig, projectRoot: string): Promise<string> {
  const versions = walkthrough.versions ?? []
  const commit = other.pin?.commit ?? after.index.tree.commit
  // A folder that does not say which commit it is stands for the one version that is listed, if it is the only one.
  const version = versions.find((one) => (commit === undefined ? versions.length === 1 : one.commit === commit))
  if (version === undefined) {
    throw new WaymarkError({
      code: 'version-unlisted',
      severity: 'error',
      message: `The walkthrough "${walkthrough.id}" lists no version that ${report.to} could be.`,
      file: 'walkthrough.config.ts',
      expected: `versions: [{ tag: '${other.pin?.tag ?? '…'}', commit: '${commit ?? '…'}' }]`,
      found: versions.length === 0 ? 'no versions' : versions.map(({ tag, commit: known }) => `${tag} ${known}`).join('\n'),
      fix: 'Add it to the walkthrough’s versions: readers are told about those only.',
    })
  }
  const { source, id } = walkthrough
  const differences = differencesOf(report, 'commit' in source ? source.commit : '', { tag: version.tag, commit: version.commit })
  const file = differencesFile(id, version.tag)
  await mkdir(dirname(join(projectRoot, file)), { recursive: true })
  await writeFile(join(projectRoot, file), formatDifferences(differences))
  return file
}
