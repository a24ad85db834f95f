import type { PackageMapStrings } from './render-package-map.ts'

/** The words of the drawings in one language. */
export interface DiagramStrings {
  readonly path: {
    readonly title: string
    /** For people who hear the drawing: how many stops, from where to where. */
    readonly description: (count: number, first: string, last: string) => string
    /** Name of the link on a call. */
    readonly call: (caller: string, callee: string, file: string, line: number) => string
    /** The same for a function that is handed over as a value: as which field, or to which function, if that is known. */
    readonly handsOver: (caller: string, callee: string, as: string | undefined, file: string, line: number) => string
    /** The same in two words, in the drawing. */
    readonly value: (as: string | undefined) => string
    /** Said of a call that was found by name alone. */
    readonly candidate: string
  }
  readonly packages: PackageMapStrings & {
    /** In place of the map, where the source is not at hand. */
    readonly withoutSource: string
  }
  readonly components: {
    readonly title: string
    readonly description: string
    readonly controlPlane: string
    readonly node: string
    readonly clients: string
    readonly runtime: string
    readonly pods: string
    /** What each does, in a few words; keyed by program. */
    readonly roles: Readonly<Record<Role, string>>
  }
}

/** Programs that have a line of explanation. */
export type Role =
  | 'kube-apiserver'
  | 'kube-scheduler'
  | 'kube-controller-manager'
  | 'cloud-controller-manager'
  | 'etcd'
  | 'kubelet'
  | 'kube-proxy'

const en: DiagramStrings = {
  path: {
    title: 'The path as a tree of calls',
    description: (count, first, last) =>
      count === 1 ? `One stop: ${first}.` : `${count} stops, from ${first} to ${last}. Each leads to its chapter, each call to its line.`,
    call: (caller, callee, file, line) => `${caller} calls ${callee}: ${file}, line ${line}`,
    handsOver: (caller, callee, as, file, line) =>
      `${caller} hands ${callee} over${as === undefined ? '' : ` as ${as}`}: ${file}, line ${line}`,
    value: (as) => (as === undefined ? 'handed over' : `as ${as}`),
    candidate: 'by name only',
  },
  packages: {
    title: 'Who imports whom',
    description: (packages) => `${packages} packages. Each stands under the first that imports it.`,
    alsoImportedBy: (labels) => `also imported by ${labels}`,
    withoutSource: 'With the source at hand, a map of the packages stands here.',
  },
  components: {
    title: 'The components of a Kubernetes cluster',
    description:
      'In the middle of the control plane stands kube-apiserver. The scheduler, the controller managers, the kubelet and kube-proxy on every node, and all clients talk to it and not to each other. It alone talks to etcd. On a node, the kubelet runs pods through the container runtime, and kube-proxy leads traffic to them. The apiserver also calls the kubelet, for logs and exec.',
    controlPlane: 'Control plane',
    node: 'Every node',
    clients: 'kubectl and other clients',
    runtime: 'container runtime',
    pods: 'pods',
    roles: {
      'kube-apiserver': 'the only door',
      'kube-scheduler': 'picks a node for each pod',
      'kube-controller-manager': 'turns wishes into objects',
      'cloud-controller-manager': 'speaks to the cloud',
      etcd: 'the only store',
      kubelet: 'runs the pods',
      'kube-proxy': 'leads traffic to pods',
    },
  },
}

const zh: DiagramStrings = {
  path: {
    title: '以调用树表示的路径',
    description: (count, first, last) =>
      count === 1 ? `一站：${first}。` : `共 ${count} 站，从 ${first} 到 ${last}。每一站通往它的章节，每次调用通往它所在的行。`,
    call: (caller, callee, file, line) => `${caller} 调用 ${callee}：${file} 第 ${line} 行`,
    handsOver: (caller, callee, as, file, line) =>
      `${caller} 把 ${callee} ${as === undefined ? '作为值' : `作为 ${as}`} 交出：${file} 第 ${line} 行`,
    value: (as) => (as === undefined ? '作为值交出' : `作为 ${as}`),
    candidate: '仅按名字匹配',
  },
  packages: {
    title: '谁导入谁',
    description: (packages) => `共 ${packages} 个包，每个都排在第一个导入它的包之下。`,
    alsoImportedBy: (labels) => `也被 ${labels} 导入`,
    withoutSource: '有了源码，这里会有一张包的地图。',
  },
  components: {
    title: 'Kubernetes 集群的组件',
    description:
      '控制平面的中央是 kube-apiserver。调度器、各控制器管理器、每个节点上的 kubelet 与 kube-proxy，以及所有客户端，都只与它通信，彼此并不直接往来。只有它与 etcd 通信。在节点上，kubelet 通过容器运行时运行 Pod，kube-proxy 把流量引向它们。查看日志和执行命令时，apiserver 也会调用 kubelet。',
    controlPlane: '控制平面',
    node: '每个节点',
    clients: 'kubectl 与其他客户端',
    runtime: '容器运行时',
    pods: 'Pod',
    roles: {
      'kube-apiserver': '唯一的入口',
      'kube-scheduler': '为每个 Pod 选节点',
      'kube-controller-manager': '把期望变成对象',
      'cloud-controller-manager': '与云平台打交道',
      etcd: '唯一的存储',
      kubelet: '运行 Pod',
      'kube-proxy': '把流量引向 Pod',
    },
  },
}

/** The words for a language tag; English for a language that has none of its own yet. */
export function diagramStrings(languageTag: string): DiagramStrings {
  return languageTag.toLowerCase().startsWith('zh') ? zh : en
}
