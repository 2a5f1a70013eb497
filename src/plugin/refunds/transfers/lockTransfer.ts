import type { TransferState } from './rules'

import { DomainError } from '../../kernel/errors'
import { type SQL, sql, type Tx } from '../../kernel/payload'
import { type LockedRefund, lockRefund } from '../actions/lockRefund'
import { OPEN_STATES } from './rules'

/** A transfer as it was read. */
export type FoundTransfer = {
  account: string
  amount: number
  asks: number
  bank: string
  holder: null | string
  id: string
  /** Whether the service has said that it takes the order. */
  isTaken: boolean
  number: string
  receipt: null | string
  reference: null | string
  refundId: string
  sentAt: Date | null
  state: TransferState
}

/** A transfer and its refund under lock. */
export type LockedTransfer = { refund: LockedRefund } & FoundTransfer

type Row = { amount: string; asks: string; sentAt: null | string } & Omit<
  FoundTransfer,
  'amount' | 'asks' | 'sentAt'
>

const COLUMNS = sql`id, number, state, amount, bank, account, holder, reference, receipt, asks,
  sent_at as "sentAt", taken_at is not null as "isTaken", refund_id as "refundId"`

const toTransfer = (row: Row): FoundTransfer => ({
  ...row,
  amount: Number(row.amount),
  asks: Number(row.asks),
  sentAt: row.sentAt ? new Date(row.sentAt) : null,
})

/** Reads a transfer, or null. */
export const findTransfer = async (
  tx: Pick<Tx, 'rows'>,
  id: string,
  rest: SQL = sql``,
): Promise<FoundTransfer | null> => {
  const [row] = await tx.rows<Row>(
    sql`select ${COLUMNS} from refund_transfers where id = ${id} ${rest}`,
  )
  return row ? toTransfer(row) : null
}

/**
 * Locks a transfer, after its order and its refund, and reads it.
 *
 * @throws DomainError `notFound`
 */
export const lockTransfer = async (tx: Tx, id: string): Promise<LockedTransfer> => {
  const found = await findTransfer(tx, id)
  if (!found) {
    throw new DomainError('notFound')
  }
  const refund = await lockRefund(tx, found.refundId)
  const locked = await findTransfer(tx, id, sql`for update`)
  if (!locked) {
    throw new DomainError('notFound')
  }
  return { ...locked, refund }
}

const open = sql.join(
  OPEN_STATES.map((state) => sql`${state}`),
  sql`, `,
)

/** Whether a transfer of this refund has begun and not ended. Under the refund's lock. */
export const isOnTheWay = async (tx: Pick<Tx, 'rows'>, refundId: string): Promise<boolean> => {
  const rows = await tx.rows(
    sql`select 1 from refund_transfers where refund_id = ${refundId} and state in (${open})`,
  )
  return rows.length > 0
}

/** Whether money of this payment is being sent back by the disbursement. Under its order's lock. */
export const isOnItsWayBack = async (tx: Pick<Tx, 'rows'>, paymentId: string): Promise<boolean> => {
  const rows = await tx.rows(
    sql`select 1 from refund_transfers t join refunds r on r.id = t.refund_id
      where r.payment_id = ${paymentId} and t.state in (${open})`,
  )
  return rows.length > 0
}
