declare module 'virtual:waymark/site' {
  export const site: import('./data/site-data.ts').SiteData
}

declare module 'virtual:starlight/components/*' {
  const Component: (props: Readonly<Record<string, unknown>>) => unknown
  export default Component
}
