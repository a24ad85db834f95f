declare module 'virtual:waymark/site' {
  export const site: import('./data/site-data.ts').SiteData
}
