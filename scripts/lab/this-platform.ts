import type { Platform } from '../../src/lab/index.ts'
import { WaymarkError } from '../../src/report/index.ts'

/**
 * The lab's name for the system this runs on.
 *
 * @throws WaymarkError where the lab's commands would not work.
 */
export function thisPlatform(platform: NodeJS.Platform = process.platform): Platform {
  if (platform === 'darwin') return 'macos'
  if (platform !== 'win32') return 'linux'
  throw new WaymarkError({
    code: 'lab-platform',
    severity: 'error',
    message: 'The lab’s commands are for Linux and macOS.',
    found: platform,
    fix: 'On Windows, run them inside WSL.',
  })
}
