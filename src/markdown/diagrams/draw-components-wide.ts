import type { Element } from 'hast'
import { place, pods, program } from './component-parts.ts'
import type { DiagramStrings } from './strings.ts'
import { arrow, drawing, rectangle } from './svg.ts'

/** Control plane on the left, a node on the right, every line ending at kube-apiserver. */
export function drawComponentsWide(words: DiagramStrings['components']): Element {
  const { roles } = words
  const managers = ['kube-scheduler', 'kube-controller-manager', 'cloud-controller-manager'] as const
  const rows = [124, 192, 260]
  return drawing({
    width: 1000,
    height: 440,
    className: 'wm-d-wide',
    title: words.title,
    description: words.description,
    interactive: false,
    children: [
      place({ x: 1, y: 76, width: 546, height: 362 }, words.controlPlane),
      rectangle({ x: 630, y: 68, width: 361, height: 362 }, 'wm-d-place'),
      place({ x: 638, y: 76, width: 361, height: 362 }, words.node),

      program({ x: 300, y: 1, width: 220, height: 40 }, words.clients),
      arrow([{ x: 410, y: 41 }, { x: 410, y: 122 }], 'wm-d-talk'),

      ...managers.map((name, index) => program({ x: 25, y: rows[index] ?? 0, width: 196, height: 52 }, name, roles[name])),
      ...rows.map((y) => arrow([{ x: 221, y: y + 26 }, { x: 322, y: y + 26 }], 'wm-d-talk')),

      program({ x: 324, y: 124, width: 172, height: 188 }, 'kube-apiserver', roles['kube-apiserver'], 'wm-d-box wm-d-centre'),
      arrow([{ x: 410, y: 312 }, { x: 410, y: 363 }], 'wm-d-talk wm-d-only', { both: true }),
      program({ x: 324, y: 365, width: 172, height: 52 }, 'etcd', roles.etcd),

      program({ x: 662, y: 124, width: 146, height: 52 }, 'kubelet', roles.kubelet),
      program({ x: 662, y: 260, width: 146, height: 52 }, 'kube-proxy', roles['kube-proxy']),
      arrow([{ x: 660, y: 150 }, { x: 498, y: 150 }], 'wm-d-talk', { both: true }),
      arrow([{ x: 662, y: 286 }, { x: 498, y: 286 }], 'wm-d-talk'),

      program({ x: 836, y: 124, width: 146, height: 52 }, words.runtime),
      arrow([{ x: 808, y: 150 }, { x: 834, y: 150 }], 'wm-d-talk'),
      pods({ x: 836, y: 246, width: 146, height: 80 }, words.pods, 3),
      arrow([{ x: 909, y: 176 }, { x: 909, y: 244 }], 'wm-d-talk'),
      arrow([{ x: 808, y: 286 }, { x: 834, y: 286 }], 'wm-d-talk'),
    ],
  })
}
