import { z } from 'zod'

/** A sentence or title in each language of the site, by BCP 47 tag. `en` is always there. */
export const localizedSchema = z.object({ en: z.string() }).catchall(z.string())
