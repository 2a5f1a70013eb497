import type { Stand } from '../../support/stand'
import type { Invoice } from '../traffic/gateway'

/** An order as the shop has it. */
export type OrderRow = {
  allocated: number
  id: string
  key: string
  paymentState: string
  token: string
  total: number
}

/** An attempt as the shop has it, with what the books say of it. */
export type PaymentRow = {
  allocated: number
  amount: number
  /** How many times its money was booked. */
  arrivals: number
  id: string
  merchantOrderId: string
  orderId: string
  received: number
  reference: null | string
  state: string
}

/** A message of the outbox. */
export type MessageRow = {
  event: string
  id: string
  recipient: string
  state: string
  step: string
  subject: string
}

/** Everything that shop, gateway and mail server hold at the end. */
export type Facts = {
  /** Attempts of which a callback was kept, and how many of these are still to be worked off. */
  callbacks: Map<string, { open: number }>
  invoices: Invoice[]
  /** How many times each message reached the mail server. */
  mails: Map<string, number>
  messages: MessageRow[]
  orders: OrderRow[]
  payments: PaymentRow[]
}

const ORDERS = `select o.id, o.token, o.idempotency_key as key, o.total::float8 as total,
    o.payment_state::text as "paymentState",
    (select coalesce(sum(a.amount), 0)::float8 from allocations a
      join instalments i on i.id = a.instalment_id where i.order_id = o.id) as allocated
  from orders o where o.idempotency_key is not null`

const PAYMENTS = `select p.id, p.order_id as "orderId", p.merchant_order_id as "merchantOrderId",
    p.state::text as state, p.reference, p.amount::float8 as amount,
    (select coalesce(sum(a.amount), 0)::float8 from allocations a where a.payment_id = p.id) as allocated,
    (select count(distinct l.posting)::int from ledger_entries l
      where l.payment_id = p.id and l.kind = 'payment.received') as arrivals,
    (select coalesce(sum(l.amount), 0)::float8 from ledger_entries l
      where l.payment_id = p.id and l.account = 'gateway') as received
  from payments p`

const MESSAGES = `select id, event, state, subject_id as subject, step, recipient_kind as recipient
  from notifications where channel = 'email'`

const CALLBACKS = `select merchant_order_id as id, count(*) filter (where processed_at is null)::int as open
  from payment_events group by 1`

/** Mails by the message that stands behind them; a Message-ID begins with the message's id. */
const countMails = async (mailUrl: string): Promise<Map<string, number>> => {
  const response = await fetch(`${mailUrl}/api/messages?brief=1&limit=1000000`)
  const { messages } = (await response.json()) as { messages: { messageId?: string }[] }
  const counts = new Map<string, number>()
  for (const { messageId = '' } of messages) {
    const id = /^<([^@]+)@/.exec(messageId)?.[1] ?? messageId
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** Reads all of it from the outside: straight from the database and from the two stand-ins. */
export const gatherFacts = async (args: {
  invoices: Invoice[]
  stand: Pick<Stand, 'database' | 'mailUrl'>
}): Promise<Facts> => {
  const { database, mailUrl } = args.stand
  const callbacks = await database.rows<{ id: string; open: number }>(CALLBACKS)
  return {
    callbacks: new Map(callbacks.map(({ id, open }) => [id, { open }])),
    invoices: args.invoices,
    mails: await countMails(mailUrl),
    messages: await database.rows<MessageRow>(MESSAGES),
    orders: await database.rows<OrderRow>(ORDERS),
    payments: await database.rows<PaymentRow>(PAYMENTS),
  }
}
