import { lab } from 'virtual:waymark/lab'

/** `/lab/lab.json`: the steps, from which a browser writes scripts with the reader's own values. Fetched only for that. */
export const GET = (): Response => Response.json(lab === undefined ? {} : { config: lab.config, steps: lab.steps })
