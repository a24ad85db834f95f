import type { Localized } from '../../config/index.ts'

/** Pages of the lab that are tools rather than chapters: address below the lab's folder, and name in menus. */
export const labViewers: readonly { readonly page: 'openapi' | 'etcd-viewer'; readonly label: Localized }[] = [
  { page: 'openapi', label: { en: 'Swagger UI', 'zh-CN': 'Swagger UI' } },
  { page: 'etcd-viewer', label: { en: 'etcd viewer', 'zh-CN': 'etcd 查看器' } },
]
