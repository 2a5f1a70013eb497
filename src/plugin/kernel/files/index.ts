export { toDisposition } from './disposition'
export { toFileName } from './fileName'
export type { ByteSpan, FileStore, Stored } from './store'
