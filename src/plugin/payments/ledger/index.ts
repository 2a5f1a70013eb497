export { type LedgerAccount } from './accounts'
export { createLedgerCollection } from './collection'
export { buildPosting, type Posting } from './post'
