const en = {
  empty: 'Give it a value.',
  control: 'Line breaks and other control characters cannot stand in it.',
  blank: 'It cannot begin or end with a space.',
  path: 'Write the whole path, beginning with / or ~/.',
  whole: 'Name a folder of its own, not the root or your whole home folder.',
  dots: 'Write the path without . and .. in it.',
  port: 'A port is a number from 1 to 65535.',
  ip: 'Write an IP address, such as 127.0.0.1.',
  url: 'Write an address with its scheme, such as http://127.0.0.1:2379.',
  location: 'Write an address with its scheme, or a whole path.',
  dash: 'It cannot begin with a dash: programs would take it for an option.',
  slash: 'A name becomes part of file names: it cannot hold a slash, or be only dots.',
  long: 'A name has at most 64 bytes.',
  version: 'Write a version such as v1.27.2.',
}

const zhCN: typeof en = {
  empty: '请填写一个值。',
  control: '不能含有换行或其他控制字符。',
  blank: '开头和结尾不能是空格。',
  path: '请写完整路径，以 / 或 ~/ 开头。',
  whole: '请指定一个单独的文件夹，不能是根目录或整个家目录。',
  dots: '路径里不能有 . 或 ..。',
  port: '端口是 1 到 65535 之间的数字。',
  ip: '请写 IP 地址，例如 127.0.0.1。',
  url: '请写带协议的地址，例如 http://127.0.0.1:2379。',
  location: '请写带协议的地址，或一个完整路径。',
  dash: '不能以短横线开头：程序会把它当成选项。',
  slash: '名字会成为文件名的一部分：不能含有斜杠，也不能只有点。',
  long: '名字最长 64 字节。',
  version: '请写版本号，例如 v1.27.2。',
}

/** The sentences with which values are refused, in the language of the tag or in English. */
export function refusals(languageTag: string): typeof en {
  return languageTag.toLowerCase().startsWith('zh') ? zhCN : en
}
