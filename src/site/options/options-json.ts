import type { APIRoute } from 'astro'
import { explorer } from 'virtual:waymark/explorer'
import { tryData } from './try/try-data.ts'

/** What trying a command line takes, for the walkthrough in the address. */
export const GET: APIRoute = ({ url }) => {
  const id = url.pathname.split('/').at(-2) ?? ''
  const data = explorer[id]
  return new Response(data === undefined ? 'null' : JSON.stringify(tryData(data.outcome)), { headers: { 'content-type': 'application/json' } })
}
