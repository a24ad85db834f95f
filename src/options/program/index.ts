/** Packages of a tree, declaration by declaration: nothing is parsed before it is asked for. */
export type { GoFile } from './go-file.ts'
export { valueSpecs, type Decl, type FuncDecl, type GoPackage } from './go-package.ts'
export { openProgram, type FolderReader, type Program } from './program.ts'
