import { newId, type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'

/** Why money was put aside. */
export const REVIEW_KINDS = {
  amountMismatch: { en: 'Less than asked', id: 'Kurang dari tagihan' },
  cancelledOrder: { en: 'Paid for a cancelled order', id: 'Dibayar untuk pesanan yang dibatalkan' },
  double: { en: 'Paid twice', id: 'Dibayar dua kali' },
  orphan: { en: 'Belongs to no order', id: 'Tidak ada pesanannya' },
  over: { en: 'More than owed', id: 'Lebih dari tagihan' },
  referenceMismatch: { en: 'Another reference', id: 'Referensi berbeda' },
} as const

/** Why money was put aside. */
export type ReviewKind = keyof typeof REVIEW_KINDS

/** Statement that puts money on the review list, once per kind and attempt. */
export const buildReview = (args: {
  amount: number
  kind: ReviewKind
  merchantOrderId: string
  orderId?: string
  paymentId?: string
}): SQL => {
  const at = clock.now().toISOString()
  return sql`insert into reviews (id, key, kind, state, merchant_order_id, amount, order_id,
      payment_id, created_at, updated_at)
    values (${newId()}, ${`${args.kind}:${args.merchantOrderId}`}, ${args.kind}, 'open',
      ${args.merchantOrderId}, ${args.amount}, ${args.orderId ?? null}, ${args.paymentId ?? null},
      ${at}, ${at})
    on conflict (key) do nothing`
}
