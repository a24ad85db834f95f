/**
 * Drawings made at build: the path as a tree of calls, and the components of a cluster.
 *
 * Pure: plain data in, hast out. Text stays text, colours are classes (`src/site/styles/diagrams.css`), and each drawing
 * comes in a wide and a narrow shape of which the stylesheet shows the one that fits. Nothing here measures a browser:
 * widths are reckoned from the number of characters, so the same input gives the same drawing everywhere.
 */
export { callLabel } from './path-parts.ts'
export { layOutTree, type TreeNode } from './lay-out-tree.ts'
export { renderComponents } from './render-components.ts'
export { renderPackageMap, type MappedPackage, type PackageMapStrings } from './render-package-map.ts'
export { renderPathDiagram } from './render-path-diagram.ts'
export { diagramStrings, type DiagramStrings } from './strings.ts'
