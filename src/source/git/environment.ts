import { devNull } from 'node:os'

/** A setting git is given for one run. */
export type Setting = readonly [key: string, value: string]

/**
 * Settings that every git run gets, on top of whatever the reader configured.
 *
 * A fetched repository is somebody else's: no hook, no template, no file monitor, no submodule and no remote helper of
 * it is ever run. Symbolic links are written as small text files (as git does on Windows), so nothing in the cache
 * points out of it; Waymark reads `staging/`, never the links in `vendor/`. File contents stay as they were committed.
 * `transfer.fsckObjects` is left alone: the pinned commit id already vouches for every byte, and git refuses names
 * such as `..` and `.git` when it checks out.
 */
export const HARDENING: readonly Setting[] = [
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.symlinks', 'false'],
  ['core.autocrlf', 'false'],
  ['core.safecrlf', 'false'],
  ['core.protectNTFS', 'true'],
  ['core.protectHFS', 'true'],
  ['core.longpaths', 'true'],
  ['core.attributesFile', devNull],
  ['core.pager', 'cat'],
  ['init.defaultBranch', 'waymark'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['protocol.allow', 'never'],
  ['protocol.https.allow', 'always'],
  ['protocol.http.allow', 'always'],
  ['protocol.ssh.allow', 'always'],
  ['protocol.git.allow', 'always'],
  ['protocol.file.allow', 'always'],
  ['protocol.ext.allow', 'never'],
  ['filter.lfs.process', ''],
  ['filter.lfs.smudge', ''],
  ['filter.lfs.required', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['advice.detachedHead', 'false'],
  ['safe.directory', '*'],
]

/** Given only where the reader has set nothing: a connection that moves no bytes for a minute is given up. */
export const PATIENCE: readonly Setting[] = [
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '60'],
]

/** The reader's own settings that are about reaching a server: proxies, certificates, credentials, address rewriting. */
export const NETWORK_SETTINGS = String.raw`^(http\..*|url\..*\.insteadof|credential\..*|core\.(sshcommand|gitproxy|askpass)|ssh\.variant)$`

/** Variables that would point git at another repository, other objects, or other output. */
const REDIRECTING =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX|SHALLOW_FILE|GRAFT_FILE|REPLACE_REF_BASE|TEMPLATE_DIR|EXTERNAL_DIFF|PAGER|EDITOR|SEQUENCE_EDITOR|QUARANTINE_PATH|INTERNAL_.*|TRACE.*|ALLOW_PROTOCOL|PROTOCOL_FROM_USER|DEFAULT_HASH|LITERAL_PATHSPECS|GLOB_PATHSPECS|NOGLOB_PATHSPECS|ICASE_PATHSPECS)$/

/**
 * The environment for git: the reader's, so that proxies (`HTTPS_PROXY`, …), certificates (`GIT_SSL_CAINFO`, …) and ssh
 * agents go on working, without what would redirect git, and with every kind of prompt turned off.
 *
 * With `carried` (git ≥ 2.32) system and user configuration are shut out and only these settings handed in, through
 * variables so that no credential shows in a list of processes. Older git cannot be given another user configuration, so
 * it keeps the reader's; `HARDENING` overrides what matters in it either way.
 */
export function gitEnvironment(env: NodeJS.ProcessEnv, carried: readonly Setting[] | undefined): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !REDIRECTING.test(name)))
  const quiet: NodeJS.ProcessEnv = {
    ...own,
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GCM_INTERACTIVE: 'never',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
  }
  const sshConfigured = own['GIT_SSH_COMMAND'] ?? own['GIT_SSH'] ?? carried?.find(([key]) => key === 'core.sshcommand')
  if (sshConfigured === undefined) quiet['GIT_SSH_COMMAND'] = 'ssh -oBatchMode=yes'
  if (carried === undefined) return quiet
  return {
    ...Object.fromEntries(Object.entries(quiet).filter(([name]) => !/^GIT_CONFIG(_|$)/.test(name))),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_COUNT: String(carried.length),
    ...Object.fromEntries(
      carried.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]]),
    ),
  }
}
