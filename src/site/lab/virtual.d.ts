declare module 'virtual:waymark/lab' {
  /** Undefined for a project without a lab. */
  export const lab: import('../../lab/index.ts').Lab | undefined
}

declare module 'virtual:waymark/etcd-dump' {
  /** Text of the shipped dump; undefined where there is none. */
  export const dump: string | undefined
}

declare module 'virtual:waymark/swagger-ui' {
  /** Of the package that is shipped. */
  export const swaggerUi: { readonly version: string; readonly license: string; readonly styles: string }
}
