import type { GetStaticPaths } from 'astro'
import { lab } from 'virtual:waymark/lab'
import { stepDownload } from '../../../lab/index.ts'
import { scriptResponse } from './script-response.ts'

export const getStaticPaths: GetStaticPaths = () => (lab?.steps ?? []).map(({ id }) => ({ params: { id } }))

/** `/lab/steps/<id>.sh`: one step, with default values. */
export const GET = ({ params }: { readonly params: { readonly id?: string } }): Response => scriptResponse(lab, stepDownload(params.id ?? ''))
