export { toDisposition } from './disposition'
export type { ByteSpan, FileStore, ListedFile, Stored } from './store'
export { removeStrays } from './strays'
