import { defineConfig } from './src/config/index.ts'

const commandLine = 'k8s.io/kubernetes/cmd/kube-apiserver'

/**
 * Staging repositories that Kubernetes publishes as modules of their own; a module proxy serves each by itself.
 *
 * The sums are those of the go.sum files of Kubernetes' own published repositories at the tag `kubernetes-1.27.2`, or
 * reckoned from those repositories as Go's dirhash does; modules without one are taken unchecked, and the source step says so.
 */
const stagingSums: Record<string, string | undefined> = {
  api: 'h1:+H17AJpUMvl+clT+BPnKf0E3ksMAzoBBg7CntpSuADo=',
  'apiextensions-apiserver': 'h1:iwhyoeS4xj9Y7v8YExhUwbVuBhMr3Q4bd/laClBV6Bo=',
  apimachinery: 'h1:vBjGaKKieaIreI+oQwELalVG4d8f3YAMNpWLzDXkxeg=',
  apiserver: 'h1:p+tjwrcQEZDrEorCZV2/qE8osGTINPuS5ZNqWAvKm5E=',
  'client-go': 'h1:vDLSeuYvCHKeoQRhCXjxXO45nHVv2Ip4Fe0MfioMrhE=',
  'cloud-provider': undefined,
  'component-base': 'h1:neju+7s/r5O4x4/txeUONNTS9r1HsPbyoPBAtHsDCpo=',
  'component-helpers': undefined,
  'kube-aggregator': 'h1:jfHoPip+qN/fn3OcrYs8/xMuVYvkJHKo0H0DYciqdns=',
  kms: 'h1:wCdmPCa3kubcVd3AssOeaVjLQSu45k5g/vruJ3iqwDU=',
  'pod-security-admission': undefined,
}

const staging = Object.entries(stagingSums).map(([name, sum]) => ({
  path: `k8s.io/${name}`,
  version: 'v0.27.2',
  directory: `staging/src/k8s.io/${name}`,
  ...(sum === undefined ? {} : { sum }),
}))

export default defineConfig({
  title: 'Waymark',
  languages: [
    { locale: 'root', tag: 'en', label: 'English' },
    { locale: 'zh-cn', tag: 'zh-CN', label: '简体中文' },
  ],
  walkthroughs: [
    {
      id: 'kube-apiserver',
      title: { en: 'How kube-apiserver starts', 'zh-CN': 'kube-apiserver 是怎样启动的' },
      version: 'v1.27.2',
      source: {
        repository: 'https://github.com/kubernetes/kubernetes',
        tag: 'v1.27.2',
        commit: '7f6f68fdabc4df88cfea2dcf9a19b2b830f1e647',
        mirrors: [],
        module: { path: 'k8s.io/kubernetes', version: 'v1.27.2', staging },
        linesUrl: 'https://github.com/kubernetes/kubernetes/blob/{commit}/{path}#L{start}-L{end}',
      },
      license: {
        name: 'Apache License 2.0',
        url: 'https://github.com/kubernetes/kubernetes/blob/v1.27.2/LICENSE',
        holder: 'The Kubernetes Authors',
      },
      packages: [
        'cmd/kube-apiserver/...',
        'pkg/kubeapiserver/options',
        'staging/src/k8s.io/apiserver/pkg/server/options',
        'staging/src/k8s.io/component-base/cli',
        'staging/src/k8s.io/component-base/cli/flag',
      ],
      aliases: {
        main: commandLine,
        app: `${commandLine}/app`,
        options: `${commandLine}/app/options`,
        kubeoptions: 'k8s.io/kubernetes/pkg/kubeapiserver/options',
        genericoptions: 'k8s.io/apiserver/pkg/server/options',
        cli: 'k8s.io/component-base/cli',
        cliflag: 'k8s.io/component-base/cli/flag',
      },
      path: [
        {
          symbol: 'main.main',
          chapter: 'main',
          summary: {
            en: 'Three statements: build a command, run it, exit with its code.',
            'zh-CN': '三条语句：构造命令、运行命令、以它的返回码退出。',
          },
        },
        {
          symbol: 'app.NewAPIServerCommand',
          calledBy: 'main.main',
          chapter: 'main',
          summary: {
            en: 'A cobra command around one options struct; everything happens inside RunE.',
            'zh-CN': '围绕一个选项结构体的 cobra 命令；一切都发生在 RunE 里。',
          },
        },
        {
          symbol: 'options.NewServerRunOptions',
          calledBy: 'app.NewAPIServerCommand',
          chapter: 'new-server-run-options',
          summary: {
            en: 'Every default, before any flag is parsed.',
            'zh-CN': '解析任何参数之前的全部默认值。',
          },
        },
        {
          symbol: 'app.Complete',
          calledBy: 'app.NewAPIServerCommand',
          chapter: 'complete',
          summary: {
            en: 'Decides everything the flags left open.',
            'zh-CN': '补全命令行参数没有决定的一切。',
          },
        },
        {
          symbol: 'options.ServerRunOptions.Validate',
          calledBy: 'app.NewAPIServerCommand',
          chapter: 'validate',
          label: 'Validate',
          summary: {
            en: 'Collects every objection, and reports them together.',
            'zh-CN': '收集所有不合格之处，一次性报告。',
          },
        },
        {
          symbol: 'app.Run',
          calledBy: 'app.NewAPIServerCommand',
          chapter: 'run',
          summary: {
            en: 'Builds the chain of servers and serves until told to stop.',
            'zh-CN': '构建服务器链，一直运行到收到停止信号。',
          },
        },
        {
          symbol: 'app.CreateServerChain',
          calledBy: 'app.Run',
          chapter: 'run',
          summary: {
            en: 'Three servers, each handing on what it does not know.',
            'zh-CN': '三个服务器，各自把不认识的请求交给下一个。',
          },
        },
      ],
      chapters: ['orientation', 'main', 'new-server-run-options', 'complete', 'validate', 'run'],
    },
    {
      id: 'tiny-apiserver',
      title: { en: 'The same shape, small', 'zh-CN': '同样的结构，小小的程序' },
      version: 'v0.1.0',
      source: { folder: 'examples/tiny-apiserver' },
      license: { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0', holder: 'the Waymark authors' },
      packages: ['...'],
      aliases: {
        main: 'example.org/tiny-apiserver',
        app: 'example.org/tiny-apiserver/app',
        options: 'example.org/tiny-apiserver/app/options',
        cli: 'example.org/tiny-apiserver/cli',
        registry: 'example.org/tiny-apiserver/registry',
        server: 'example.org/tiny-apiserver/server',
      },
      path: [
        {
          symbol: 'main.main',
          chapter: 'walk',
          summary: { en: 'Builds the command and exits with its code.', 'zh-CN': '构造命令，并以它的返回码退出。' },
        },
        {
          symbol: 'app.NewCommand',
          calledBy: 'main.main',
          chapter: 'walk',
          summary: { en: 'Options, flags and one closure.', 'zh-CN': '选项、参数与一个闭包。' },
        },
        {
          symbol: 'options.NewServerRunOptions',
          calledBy: 'app.NewCommand',
          chapter: 'walk',
          summary: { en: 'The defaults.', 'zh-CN': '默认值。' },
        },
        {
          symbol: 'app.Complete',
          calledBy: 'app.NewCommand',
          chapter: 'walk',
          summary: { en: 'Fills in what was left open.', 'zh-CN': '补全空缺。' },
        },
        {
          symbol: 'options.ServerRunOptions.Validate',
          calledBy: 'app.NewCommand',
          chapter: 'walk',
          label: 'Validate',
          summary: { en: 'Collects errors.', 'zh-CN': '收集错误。' },
        },
        {
          symbol: 'app.Run',
          calledBy: 'app.NewCommand',
          chapter: 'walk',
          summary: { en: 'Serves until told to stop.', 'zh-CN': '一直服务到被要求停止。' },
        },
      ],
      chapters: ['walk'],
    },
  ],
  lab: {
    walkthrough: 'kube-apiserver',
    chapters: ['tools', 'etcd', 'certificates', 'start', 'call', 'kubectl', 'look-inside', 'clean-up'],
    program: {
      commands: ['{{KUBE_APISERVER}}', 'kube-apiserver'],
      step: 'apiserver',
      package: 'cmd/kube-apiserver',
      source: '{{LAB_DIR}}/kubernetes',
      breakpoint: 'options.NewServerRunOptions',
    },
    tools: [
      { name: 'kubernetes', version: '{{KUBE_APISERVER}} --version', executable: '{{KUBE_APISERVER}}', fallback: '{{KUBERNETES_VERSION}}' },
      { name: 'go', version: 'go version' },
      { name: 'git' },
      { name: 'etcd' },
      { name: 'etcdctl', version: 'etcdctl version' },
      { name: 'openssl', version: 'openssl version' },
      { name: 'curl' },
      { name: 'tar' },
      { name: 'kubectl', version: 'kubectl version --client' },
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
  },
})
