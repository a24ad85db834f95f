declare module 'virtual:waymark/explorer' {
  export const explorer: Readonly<Record<string, import('./explorer-data.ts').ExplorerData | undefined>>
}
