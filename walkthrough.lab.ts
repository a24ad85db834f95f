import type { LabConfigInput } from './src/config/index.ts'

/** The lab of the flagship walkthrough: its chapters, its parameters and what they are by default. Part of `walkthrough.config.ts`. */
export const lab: LabConfigInput = {
  walkthrough: 'kube-apiserver',
  title: { en: 'The lab', 'zh-CN': '动手实验' },
  chapters: ['tools', 'etcd', 'certificates', 'start', 'call', 'kubectl', 'look-inside', 'clean-up'],
  program: {
    commands: ['{{KUBE_APISERVER}}', 'kube-apiserver'],
    step: 'apiserver',
    package: 'cmd/kube-apiserver',
    source: '{{LAB_DIR}}/kubernetes',
    breakpoint: 'k8s.io/kubernetes/cmd/kube-apiserver/app.NewAPIServerCommand:2',
  },
  tools: [
    { name: 'kubernetes', version: '{{KUBE_APISERVER}} --version', executable: '{{KUBE_APISERVER}}', fallback: '{{KUBERNETES_VERSION}}' },
    {
      name: 'go',
      version: 'go version',
      lowered: [{ when: 'kubernetes<1.21', to: '1.15', reason: 'Kubernetes 1.20 names go1.15.0 as its oldest, in hack/lib/golang.sh.' }],
    },
    { name: 'git' },
    { name: 'etcd' },
    { name: 'etcdctl', version: 'etcdctl version' },
    { name: 'openssl', version: 'openssl version' },
    { name: 'curl' },
    { name: 'tar' },
    // Some builds of kubectl ask whatever is on localhost:8080 first, the lab's own proxy for example, and keep what it says.
    { name: 'kubectl', version: 'kubectl --cache-dir={{LAB_DIR}}/kubectl-cache version --client' },
    { name: 'dlv', version: 'dlv version' },
  ],
  mirrors: [
    {
      id: 'mainland-china',
      title: { en: 'Mirrors in mainland China', 'zh-CN': '中国大陆镜像' },
      values: {
        KUBERNETES_REPOSITORY: 'https://gitee.com/mirrors/kubernetes.git',
        GOPROXY: 'https://goproxy.cn,direct',
        EASYRSA_URL: '/usr/share/easy-rsa',
      },
    },
  ],
  parameters: [
    {
      name: 'LAB_DIR',
      type: 'path',
      default: '$HOME/waymark-lab',
      help: {
        en: 'The folder everything of the lab goes into, and the only one it touches.',
        'zh-CN': '实验的一切都放在这个文件夹里；实验也只动这个文件夹。',
      },
      refuse: [
        {
          pattern: '[:,]',
          reason: {
            en: 'Colons and commas separate paths in some of the settings this one goes into.',
            'zh-CN': '有些设置用冒号或逗号分隔多个路径，所以这里不能含有它们。',
          },
        },
      ],
    },
    {
      name: 'KUBERNETES_VERSION',
      type: 'version',
      default: 'v1.27.2',
      help: { en: 'The tag of Kubernetes that is cloned and built.', 'zh-CN': '要克隆并构建的 Kubernetes 标签。' },
    },
    {
      name: 'KUBERNETES_REPOSITORY',
      type: 'location',
      default: 'https://github.com/kubernetes/kubernetes.git',
      help: { en: 'Where Kubernetes is cloned from: its repository or a mirror.', 'zh-CN': '从哪里克隆 Kubernetes：原仓库或镜像。' },
    },
    {
      name: 'GOPROXY',
      type: 'text',
      default: 'https://proxy.golang.org,direct',
      help: { en: 'Where Go gets modules from, as GOPROXY spells it.', 'zh-CN': 'Go 从哪里取模块，写法同 GOPROXY。' },
    },
    {
      name: 'KUBE_APISERVER',
      type: 'path',
      default: '{{LAB_DIR}}/bin/kube-apiserver',
      help: {
        en: 'The kube-apiserver that is started: the one built here, or one you have already.',
        'zh-CN': '要启动的 kube-apiserver：在这里构建的，或你已有的。',
      },
    },
    {
      name: 'ETCD_URL',
      type: 'url',
      default: 'http://127.0.0.1:2379',
      help: { en: 'Where etcd answers its clients.', 'zh-CN': 'etcd 响应客户端的地址。' },
    },
    {
      name: 'ETCD_PEER_URL',
      type: 'url',
      default: 'http://127.0.0.1:2380',
      help: {
        en: 'Where etcd would answer other members; it wants the port even when it is alone.',
        'zh-CN': 'etcd 响应其他成员的地址；即使只有一个成员，它也要占用这个端口。',
      },
    },
    {
      name: 'EASYRSA_URL',
      type: 'location',
      default: 'https://dl.k8s.io/easy-rsa/easy-rsa.tar.gz',
      help: {
        en: 'The easy-rsa tarball, or the folder of an installed easy-rsa such as /usr/share/easy-rsa.',
        'zh-CN': 'easy-rsa 的压缩包地址，或已安装的 easy-rsa 所在的文件夹，例如 /usr/share/easy-rsa。',
      },
    },
    {
      name: 'MASTER_IP',
      type: 'ip',
      default: '127.0.0.1',
      help: { en: 'The address the API server is called at; its certificate names it.', 'zh-CN': '访问 API server 的地址，写在它的证书里。' },
    },
    {
      name: 'MASTER_CLUSTER_IP',
      type: 'ip',
      default: '127.0.0.1',
      help: {
        en: 'The address pods would call it at: the first of the service range, 10.0.0.1 by default. No pod runs here.',
        'zh-CN': 'Pod 访问它的地址：服务网段的第一个地址，默认是 10.0.0.1。这里没有 Pod 在运行。',
      },
    },
    {
      name: 'SECURE_PORT',
      type: 'port',
      default: '6443',
      help: { en: 'The port the API server serves HTTPS on.', 'zh-CN': 'API server 提供 HTTPS 服务的端口。' },
    },
    {
      name: 'CLIENT_NAME',
      type: 'name',
      default: 'lab-client',
      help: { en: 'The name in your client certificate, and of the kubectl user.', 'zh-CN': '客户端证书里的名字，也是 kubectl 的用户名。' },
      refuse: [
        {
          pattern: '[+=\\\\,]',
          reason: {
            en: 'These characters mean something inside the subject of a certificate.',
            'zh-CN': '这些字符在证书的主题里另有含义。',
          },
        },
      ],
    },
    {
      name: 'CLUSTER_NAME',
      type: 'name',
      default: 'devk8s',
      help: { en: 'What kubectl calls this cluster.', 'zh-CN': 'kubectl 对这个集群的称呼。' },
    },
    {
      name: 'KUBECONFIG',
      type: 'path',
      default: '{{LAB_DIR}}/kubeconfig',
      help: { en: 'The kubeconfig of the lab; yours is left alone.', 'zh-CN': '实验自己的 kubeconfig；不会动你原有的。' },
      refuse: [{ pattern: ':', reason: { en: 'A colon separates several kubeconfig files.', 'zh-CN': '冒号用来分隔多个 kubeconfig 文件。' } }],
    },
    {
      name: 'PROXY_PORT',
      type: 'port',
      default: '8080',
      help: { en: 'The port kubectl proxy listens on.', 'zh-CN': 'kubectl proxy 监听的端口。' },
    },
  ],
}
