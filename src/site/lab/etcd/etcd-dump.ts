import { dump } from 'virtual:waymark/etcd-dump'

/** `/lab/etcd-dump.json`: the shipped dump, as `etcdctl` wrote it. */
export const GET = (): Response => new Response(dump ?? '{}', { headers: { 'Content-Type': 'application/json' } })
