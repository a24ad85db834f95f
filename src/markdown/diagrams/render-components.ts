import type { Element } from 'hast'
import { h } from 'hastscript'
import { drawComponentsNarrow } from './draw-components-narrow.ts'
import { drawComponentsWide } from './draw-components-wide.ts'
import type { DiagramStrings } from './strings.ts'

/**
 * The components of a cluster and who talks to whom, after the Kubernetes documentation's account of its components
 * (https://kubernetes.io/docs/concepts/overview/components/): everything through kube-apiserver, only it to etcd.
 */
export function renderComponents({ components }: DiagramStrings): Element {
  return h('figure', { class: ['wm-diagram', 'wm-two-shapes', 'not-content'] }, [
    drawComponentsWide(components),
    drawComponentsNarrow(components),
  ])
}
