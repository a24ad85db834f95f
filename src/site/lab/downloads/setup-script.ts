import { lab } from 'virtual:waymark/lab'
import { scriptResponse } from './script-response.ts'

/** `/lab/setup.sh`: all steps, with default values. */
export const GET = (): Response => scriptResponse(lab, 'lab/setup.sh')
