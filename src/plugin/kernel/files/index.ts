export { toDisposition } from './disposition'
export type { ByteSpan, FileStore, Stored } from './store'
