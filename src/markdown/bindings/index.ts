/**
 * What a chapter holds on to, read from its directives: which words name which code, and where those words stand in the file.
 *
 * It reads and resolves nothing else; what becomes of the code in another version is `../../upgrade`'s business.
 */
export { attributeSpots } from './attribute-spots.ts'
export { collectBindings } from './collect-bindings.ts'
