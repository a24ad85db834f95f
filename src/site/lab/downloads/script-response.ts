import { labDownloads, type Lab } from '../../../lab/index.ts'

/** The script that is to be served at this path, as the lab itself writes it. */
export function scriptResponse(lab: Lab | undefined, path: string): Response {
  const download = lab === undefined ? undefined : labDownloads(lab).find((one) => one.path === path)
  if (download === undefined) return new Response('Not found\n', { status: 404 })
  return new Response(download.text, { headers: { 'Content-Type': 'text/x-shellscript; charset=utf-8' } })
}
