import type { Element } from 'hast'
import { place, pods, program } from './component-parts.ts'
import type { DiagramStrings } from './strings.ts'
import { arrow, drawing } from './svg.ts'

/** The same for a narrow page: control plane above, a node below it. */
export function drawComponentsNarrow(words: DiagramStrings['components']): Element {
  const left = ['kube-scheduler', 'kube-controller-manager', 'cloud-controller-manager'] as const
  const rows = [96, 142, 188]
  return drawing({
    width: 340,
    height: 500,
    className: 'wm-d-narrow',
    title: words.title,
    description: words.description,
    interactive: false,
    children: [
      program({ x: 150, y: 1, width: 189, height: 32 }, words.clients),
      place({ x: 1, y: 60, width: 338, height: 226 }, words.controlPlane),
      place({ x: 1, y: 318, width: 338, height: 181 }, words.node),

      arrow([{ x: 274, y: 33 }, { x: 274, y: 94 }], 'wm-d-talk'),
      ...left.map((name, index) => program({ x: 9, y: rows[index] ?? 0, width: 182, height: 34 }, name)),
      ...rows.map((y) => arrow([{ x: 191, y: y + 17 }, { x: 216, y: y + 17 }], 'wm-d-talk')),
      program({ x: 9, y: 238, width: 182, height: 34 }, 'etcd'),
      arrow([{ x: 218, y: 255 }, { x: 193, y: 255 }], 'wm-d-talk wm-d-only', { both: true }),
      program({ x: 218, y: 96, width: 113, height: 176 }, 'kube-apiserver', words.roles['kube-apiserver'], 'wm-d-box wm-d-centre'),

      program({ x: 146, y: 352, width: 96, height: 34 }, 'kube-proxy'),
      program({ x: 258, y: 352, width: 73, height: 34 }, 'kubelet'),
      arrow([{ x: 230, y: 352 }, { x: 230, y: 274 }], 'wm-d-talk'),
      arrow([{ x: 292, y: 352 }, { x: 292, y: 274 }], 'wm-d-talk', { both: true }),
      pods({ x: 9, y: 418, width: 160, height: 68 }, words.pods, 3),
      program({ x: 197, y: 435, width: 134, height: 34 }, words.runtime),
      arrow([{ x: 292, y: 386 }, { x: 292, y: 433 }], 'wm-d-talk'),
      arrow([{ x: 197, y: 452 }, { x: 171, y: 452 }], 'wm-d-talk'),
      arrow([{ x: 158, y: 386 }, { x: 158, y: 416 }], 'wm-d-talk'),
    ],
  })
}
