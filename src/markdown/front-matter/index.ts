/**
 * What stands between the two `---` at the head of a chapter, compared with the schema that the site's pages have to fit.
 *
 * This folder knows YAML and places in it. The schema itself is the site's, and is handed in.
 */
export { checkFrontMatter } from './check-front-matter.ts'
export type { FrontMatterIssue, FrontMatterSchema, ObjectSchema } from './front-matter-schema.ts'
