import { defineConfig } from './src/config/index.ts'
import { lab } from './walkthrough.lab.ts'

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
      lead: {
        en: 'A server with more than a hundred flags, read in the order it runs: from the first line of main to the moment it listens. The code is the real one, pinned to a commit, and every note is tied to the line it explains.',
        'zh-CN': '一个有上百个命令行参数的服务器，按它运行的顺序来读：从 main 的第一行，到它开始监听。代码是真实的代码，锁定在一个提交上；每条注解都系在它所解释的那一行。',
      },
      version: 'v1.27.2',
      source: {
        repository: 'https://github.com/kubernetes/kubernetes',
        tag: 'v1.27.2',
        commit: '7f6f68fdabc4df88cfea2dcf9a19b2b830f1e647',
        mirrors: [],
        module: { path: 'k8s.io/kubernetes', version: 'v1.27.2', staging },
        linesUrl: 'https://github.com/kubernetes/kubernetes/blob/{commit}/{path}#L{start}-L{end}',
      },
      versions: [{ tag: 'v1.28.0', commit: '855e7c48de7388eb330da0f8d9d2394ee818fb8d' }],
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
      options: {
        constructor: 'options.NewServerRunOptions',
        flags: 'options.ServerRunOptions.Flags',
        complete: 'app.Complete',
        validate: 'options.ServerRunOptions.Validate',
      },
    },
    {
      id: 'tiny-apiserver',
      title: { en: 'The same shape, small', 'zh-CN': '同样的结构，小小的程序' },
      lead: {
        en: 'Before or after the real thing: a server of a few hundred lines that makes the same stops, with nothing but the standard library.',
        'zh-CN': '在读真正的源码之前或之后：一个几百行的小服务器，经过同样的几站，只用标准库写成。',
      },
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
      options: {
        constructor: 'options.NewServerRunOptions',
        flags: 'options.ServerRunOptions.Flags',
        complete: 'app.Complete',
        validate: 'options.ServerRunOptions.Validate',
      },
    },
  ],
  lab,
})
