/** Where a process can be ended: what is watched, and what must be in it. */
type Mark = {
  kind: 'commit' | 'fetch' | 'mail' | 'request' | 'response' | 'statement'
  name: string
  /** A regular expression on the statement, the address or the line; two when the sides differ. */
  pattern: string | { after: string; before: string }
}

/** One side of a mark, as the preloaded module takes it. */
export type Point = {
  at: 'after' | 'before'
  kind: Mark['kind']
  name: string
  pattern: string
}

const CALLBACK = '^POST /api/duitku/callback'

const bothSides = (marks: readonly Mark[]): Point[] =>
  marks.flatMap(({ kind, name, pattern }) =>
    (['before', 'after'] as const).map((at) => ({
      at,
      kind,
      name: `${at} ${name}`,
      pattern: typeof pattern === 'string' ? pattern : pattern[at],
    })),
  )

/** Settling runs in the worker, and in the web server when a buyer comes back and asks. */
const settling: readonly Mark[] = [
  { kind: 'fetch', name: 'asking the gateway', pattern: 'transactionStatus' },
  { kind: 'statement', name: 'locking the order', pattern: 'for no key update' },
  { kind: 'statement', name: 'moving the payment', pattern: 'update "payments" set state' },
  { kind: 'statement', name: 'allocating', pattern: 'insert into allocations' },
  { kind: 'statement', name: 'moving the instalment', pattern: 'update "instalments"' },
  { kind: 'statement', name: 'marking the order', pattern: 'update orders set payment_state' },
  { kind: 'statement', name: 'posting the ledger', pattern: 'posted as \\(\\s*insert into ledger' },
  { kind: 'statement', name: 'queueing the receipt', pattern: 'insert into notifications' },
  { kind: 'commit', name: 'committing the money', pattern: 'insert into allocations' },
]

/** Points of the web server. */
export const webPoints: readonly Point[] = bothSides([
  { kind: 'request', name: 'reading the callback', pattern: CALLBACK },
  { kind: 'statement', name: 'keeping the callback', pattern: 'insert into payment_events' },
  { kind: 'response', name: 'answering the callback', pattern: CALLBACK },
  { kind: 'statement', name: 'writing the order', pattern: 'insert into orders' },
  { kind: 'response', name: 'answering the order', pattern: '^POST /api/shop/orders$' },
  { kind: 'statement', name: 'writing the attempt', pattern: 'insert into payments' },
  { kind: 'commit', name: 'committing the attempt', pattern: 'insert into payments' },
  { kind: 'fetch', name: 'making the invoice', pattern: 'createInvoice' },
  { kind: 'statement', name: 'keeping the invoice', pattern: 'payment_url = ' },
  {
    kind: 'response',
    name: 'answering the payment',
    pattern: '^POST /api/shop/orders/.*/payments',
  },
  ...settling,
])

/** Points of the worker. */
export const workerPoints: readonly Point[] = bothSides([
  { kind: 'statement', name: 'claiming a job', pattern: 'attempts = jobs.attempts \\+ 1' },
  ...settling,
  { kind: 'statement', name: 'letting an invoice lapse', pattern: "failure_reason = 'expired'" },
  { kind: 'statement', name: 'claiming a mail', pattern: "set state = 'sending'" },
  {
    kind: 'mail',
    name: 'sending a mail',
    pattern: { after: '^250.*Caught', before: '^MAIL FROM' },
  },
  {
    kind: 'statement',
    name: 'noting a mail',
    pattern: 'update notifications n\\s+set state = told\\.state',
  },
  { kind: 'statement', name: 'finishing a job', pattern: 'delete from .*_private_jobs as jobs' },
])
