import type { CleanFile } from '../../attachments'
import type { AskedMoney } from '../owner'

import { keepFiles } from '../../attachments'
import { DomainError } from '../../kernel/errors'
import { type Actor, buildFirstEvents, newId, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock, startOfWibDay, type WibDay } from '../../kernel/time'
import { buildPosting } from '../ledger'
import { paymentMachine } from '../machine'
import { buildReview } from '../reviews/open'
import { paymentsRuntime } from '../runtime'

/** A transfer to the shop's own account, as staff saw it there. Amounts in rupiah. */
export type RecordedTransfer = {
  actor: Actor
  amount: number
  asked: AskedMoney
  /** Number among the attempts of its order. */
  attempt: number
  /** What the bank calls it; no transfer is recorded twice. */
  bankReference: string
  files: readonly CleanFile[]
  /** Sent twice with the same key, it is recorded once. */
  key: string
  orderId: string
  /** WIB day on which the money arrived. */
  receivedOn: WibDay
}

/** What became of the money. */
export type Recorded = { allocated: number; excess: number; paymentId: string }

const NOON_MS = 12 * 3_600_000

const insert = (transfer: RecordedTransfer, id: string): SQL => {
  const { actor, amount, asked, attempt, bankReference, key, orderId, receivedOn } = transfer
  const { state, transitions } = buildFirstEvents({
    actor,
    events: ['record'],
    id,
    machine: paymentMachine,
  })
  const at = clock.now().toISOString()
  const paidAt = new Date(startOfWibDay(receivedOn).getTime() + NOON_MS).toISOString()
  const parts = transitions.map(
    (part, index) => sql`${sql.identifier(`part_${index}`)} as (${part})`,
  )
  return sql`with ${sql.join(parts, sql`, `)}
    insert into payments (id, merchant_order_id, state, order_id, attempt, instalment_set, amount,
      method, reference, evidence, recorded_by, channel, paid_at, created_at, updated_at)
    values (${id}, ${`TR-${key}`}, ${state}, ${orderId}, ${attempt}, ${asked.instalmentSet}, ${amount},
      'transfer', ${`bank:${bankReference}`}, ${bankReference}, ${actor.label ?? null}, null,
      ${paidAt}, ${at}, ${at})`
}

const findEarlier = async (tx: Tx, key: string): Promise<null | Recorded> => {
  const [row] = await tx.rows<{ allocated: string; amount: string; paymentId: string }>(sql`
    select p.id as "paymentId", p.amount, coalesce((select sum(a.amount) from allocations a
      where a.payment_id = p.id), 0) as allocated
    from payments p where p.merchant_order_id = ${`TR-${key}`}`)
  if (!row) {
    return null
  }
  const allocated = Number(row.allocated)
  return { allocated, excess: Number(row.amount) - allocated, paymentId: row.paymentId }
}

const assertNew = async (tx: Tx, bankReference: string): Promise<void> => {
  const twins = await tx.rows(
    sql`select id from payments where reference = ${`bank:${bankReference}`}`,
  )
  if (twins.length > 0) {
    throw new DomainError('transfer.recordedTwice', { field: 'bankReference' })
  }
}

/** Books it: what was owed leaves the receivables, the rest is owed back and waits for a decision. */
const book = async (
  tx: Tx,
  args: { allocated: number; paymentId: string; transfer: RecordedTransfer },
): Promise<void> => {
  const { allocated, paymentId, transfer } = args
  const { amount, key, orderId } = transfer
  const excess = amount - allocated
  await tx.rows(
    buildPosting({
      kind: 'payment.recorded',
      lines: [
        { account: 'bank', amount },
        { account: 'receivable', amount: -allocated },
        { account: 'excess', amount: -excess },
      ],
      orderId,
      paymentId,
    }),
  )
  if (excess > 0) {
    const kind = allocated > 0 ? 'over' : 'double'
    const merchantOrderId = `TR-${key}`
    await tx.rows(buildReview({ amount: excess, kind, merchantOrderId, orderId, paymentId }))
  }
}

const tell = async (
  tx: Tx,
  { transfer, ...recorded }: { transfer: RecordedTransfer } & Recorded,
) => {
  const { owner } = paymentsRuntime.get(tx.payload)
  const { orderId } = transfer
  const { allocated, excess, paymentId } = recorded
  if (allocated > 0) {
    await owner.announce(tx, { amount: transfer.amount, kind: 'paid', orderId, paymentId })
  }
  if (excess > 0) {
    await owner.announce(tx, { amount: excess, kind: 'review', orderId, paymentId })
  }
}

/**
 * Records a transfer that reached the shop's own account: the payment with who recorded it and its
 * proof, what it pays, the books, the receipt. Recorded again with the same key nothing changes. The
 * caller holds the order's lock.
 *
 * @throws DomainError `transfer.recordedTwice`
 */
export const recordMoney = async (tx: Tx, transfer: RecordedTransfer): Promise<Recorded> => {
  const earlier = await findEarlier(tx, transfer.key)
  if (earlier) {
    return earlier
  }
  await assertNew(tx, transfer.bankReference)
  const paymentId = newId()
  await tx.rows(insert(transfer, paymentId))
  const { amount, asked, files, orderId } = transfer
  const { owner } = paymentsRuntime.get(tx.payload)
  const money = { amount, asked, now: clock.now(), orderId, paymentId }
  const { allocated } = await owner.credit(tx, money)
  await book(tx, { allocated, paymentId, transfer })
  await keepFiles(tx, { files, subject: { id: paymentId, kind: 'payment' } })
  const recorded = { allocated, excess: amount - allocated, paymentId }
  await tell(tx, { transfer, ...recorded })
  return recorded
}
