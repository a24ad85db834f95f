import { docsSchema } from '@astrojs/starlight/schema'
import { z } from 'astro/zod'
import type { FrontMatterSchema, ObjectSchema } from '../../markdown/front-matter/index.ts'

/** What a chapter's front matter may say, as `content.config.ts` has it; outside of Astro an image is its path. */
const schema = docsSchema()({ image: () => z.string() as never })

/** The same as JSON Schema, for editors. */
export const frontMatterJson = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** The same for checking. */
export const frontMatter: FrontMatterSchema = {
  issuesOf: (data) => schema.safeParse(data).error?.issues ?? [],
  shape: frontMatterJson as ObjectSchema,
}
