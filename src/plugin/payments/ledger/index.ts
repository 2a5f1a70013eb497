export { LEDGER_ACCOUNTS, type LedgerAccount, type LedgerLine } from './accounts'
export { createLedgerCollection } from './collection'
export { buildPosting, type Posting } from './post'
