import { newId, type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { type LedgerLine } from './accounts'

/** One balanced posting; lines of nought are left out. */
export type Posting = {
  kind:
    | 'contract.revised'
    | 'instalment.charged'
    | 'instalment.rebated'
    | 'instalment.voided'
    | 'instalment.waived'
    | 'order.placed'
    | 'payment.received'
    | 'payment.recorded'
    | 'payment.refunded'
    | 'review.credited'
    | 'review.refunded'
    | 'review.refundMarked'
  lines: LedgerLine[]
  orderId?: null | string
  paymentId?: null | string
}

/**
 * The statement that writes one posting. The database refuses a posting that does not sum to
 * nought (trigger, once per statement) and any later change of its rows (append-only trigger).
 */
export const buildPosting = (posting: Posting): SQL => {
  const lines = posting.lines.filter(({ amount }) => amount !== 0)
  const sum = lines.reduce((total, { amount }) => total + amount, 0)
  if (sum !== 0 || lines.length < 2) {
    throw new Error(`Ledger posting ${posting.kind} does not balance: ${sum}`)
  }
  const posted = newId()
  const at = clock.now().toISOString()
  const values = lines.map(
    ({
      account,
      amount,
    }) => sql`(${newId()}::uuid, ${posted}, ${posting.kind}, ${account}, ${amount},
      ${posting.orderId ?? null}::uuid, ${posting.paymentId ?? null}::uuid, ${at}::timestamptz,
      ${at}::timestamptz)`,
  )
  return sql`insert into ledger_entries
    (id, posting, kind, account, amount, order_id, payment_id, created_at, updated_at)
    values ${sql.join(values, sql`, `)}`
}
