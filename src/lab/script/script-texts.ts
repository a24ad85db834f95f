import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The parts of every script that are the same in all of them: plain shell, in files of their own. */
export const scriptTexts = (): { kit: string; frame: string } => ({ kit: read('kit.sh'), frame: read('frame.sh') })

const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8').trimEnd()
