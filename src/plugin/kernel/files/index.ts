export { toDisposition } from './disposition'
export { toFileName } from './fileName'
export type { ByteSpan, FileStore, ListedFile, Stored } from './store'
export { removeStrays } from './strays'
