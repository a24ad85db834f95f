/**
 * Says which packages beyond a tree's own ones resolving its identifiers needs, so that only those are fetched.
 *
 * It finds names of packages; where they lie and how they are fetched is `source`'s business.
 */
export { resolverNeeds } from './resolver-needs.ts'
