import { randomUUID } from 'node:crypto'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { type PublicRefunds, transferTask } from '@/plugin/refunds'
import { createCustomer } from '../factories/customer'
import { makeMover, readSubjects } from './moves'
import { type LoggedIn, logInAs } from './people'
import { drawPicture } from './problems'
import { type Answer, callShop } from './purchase'
import type { ShopInUse } from './useShop'

/** A refund as the database has it. */
export type RefundRow = { amount: number; id: string; number: string; state: string }

/** A transfer as the database has it. */
export type TransferRow = {
  answer: null | string
  asks: number
  holder: null | string
  id: string
  reference: null | string
  sentAt: Date | null
  state: string
}

type Who = 'admin' | 'customer' | 'editor' | 'owner'

/** What people do about the money of an order, through the shop's own doors. */
export const makeRefundDesk = (inUse: ShopInUse) => {
  const people = {} as Record<Who, LoggedIn>
  const move = makeMover(() => inUse.shop)

  /** Lets everybody log in; before the first test. */
  const enter = async (): Promise<void> => {
    const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
    const body = { email, password }
    const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
    people.customer = { headers: { authorization: `JWT ${json.token}` }, id: String(id) }
    for (const role of ['editor', 'admin', 'owner'] as const) {
      people[role] = await logInAs(inUse.shop, role)
    }
  }

  const readRefunds = async (token: string): Promise<RefundRow[]> => {
    const rows = await queryRows<{ amount: string } & Omit<RefundRow, 'amount'>>(
      inUse.shop.payload,
      sql`select r.id, r.number, r.state, r.amount from refunds r join orders o on o.id = r.order_id
        where o.token = ${token} order by r.created_at, r.id`,
    )
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }))
  }

  const ask = (token: string, changes: object = {}): Promise<Answer<PublicRefunds>> =>
    callShop(inUse.shop, `/api/shop/orders/${token}/refunds`, {
      body: {
        account: 'BCA 1234567890 a.n. Budi Santoso',
        key: randomUUID(),
        reason: 'Salah memilih produk',
        ...changes,
      },
    })

  const look = async (token: string): Promise<PublicRefunds> =>
    (await callShop<PublicRefunds>(inUse.shop, `/api/shop/orders/${token}/refunds`)).json

  const withdraw = (token: string, number: string, by?: LoggedIn): Promise<Answer<PublicRefunds>> =>
    callShop(inUse.shop, `/api/shop/orders/${token}/refunds/${number}/withdraw`, {
      body: {},
      headers: by?.headers,
    })

  const askAsStaff = async (
    token: string,
    amount: number,
    by: LoggedIn | undefined,
    changes: object = {},
  ): Promise<Answer<{ refund: RefundRow }>> => {
    const { attempts, order } = await readSubjects(inUse.shop, token)
    const body = {
      amount,
      key: randomUUID(),
      order,
      payment: attempts[0],
      reason: 'Potongan harga',
    }
    return callShop(inUse.shop, '/api/refunds/ask', {
      body: { ...body, ...changes },
      headers: by?.headers,
    })
  }

  const act = (id: string, event: string, by?: LoggedIn, reason?: string) =>
    move({ collection: 'refunds', id }, { event, ...(reason ? { reason } : {}) }, by)

  /** An owner's record that he has sent the money by hand. */
  const send = async (
    id: string,
    by: LoggedIn | undefined,
    changes: { evidence?: string; method?: string; proof?: Buffer | null | string } = {},
  ): Promise<{ code: string | undefined; status: number }> => {
    const {
      evidence = 'BCA 20261122-0042',
      method = 'transfer',
      proof = await drawPicture(),
    } = changes
    const form = new FormData()
    form.append('evidence', evidence)
    form.append('method', method)
    if (proof !== null) {
      form.append(
        'proof',
        new File([typeof proof === 'string' ? proof : new Uint8Array(proof)], 'b'),
      )
    }
    const response = await fetch(`${inUse.shop.url}/api/refunds/${id}/execute`, {
      body: form,
      headers: by?.headers ?? {},
      method: 'POST',
    })
    const json = (await response.json()) as { errors?: { code: string }[] }
    return { code: json.errors?.[0]?.code, status: response.status }
  }

  /** A paid order; the channel is that of the simulator's choice unless one is named. */
  const buy = async (channel?: string): Promise<string> => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, channel ? { channel } : {})
    return order.token
  }

  /** Asked for by staff and approved by an owner; its id. */
  const approve = async (token: string, amount: number): Promise<string> => {
    const { json } = await askAsStaff(token, amount, people.admin)
    const { status } = await act(json.refund.id, 'approve', people.owner)
    if (status !== 200) {
      throw new Error(`Not approved: ${status}`)
    }
    return json.refund.id
  }

  return {
    act,
    approve,
    ask,
    askAsStaff,
    buy,
    enter,
    look,
    move,
    people,
    readRefunds,
    send,
    withdraw,
  }
}

/** The disbursement: what staff press, and what a worker does. */
export const makeTransferDesk = (inUse: ShopInUse) => {
  const move = makeMover(() => inUse.shop)

  const begin = (
    refundId: string,
    by: LoggedIn | undefined,
    changes: object = {},
  ): Promise<Answer<{ transfer: { id: string } }>> =>
    callShop(inUse.shop, `/api/refunds/${refundId}/transfer`, {
      body: { account: '1234567890', bank: '014', ...changes },
      headers: by?.headers,
    })

  const press = (
    id: string,
    event: string,
    by?: LoggedIn,
    words: { evidence?: string; from?: string; reason?: string } = {},
  ) => move({ collection: 'refund-transfers', id }, { event, ...words }, by)

  /** One run of the job, as a worker does it. */
  const carry = (id: string): Promise<void> =>
    transferTask.run(
      { transferId: id },
      {
        attempt: 1,
        jobId: '0',
        maxAttempts: 1,
        now: clock.now(),
        payload: inUse.shop.payload,
        signal: new AbortController().signal,
      },
    )

  const read = async (id: string): Promise<TransferRow> => {
    const [row] = await queryRows<
      { asks: string; sentAt: null | string } & Omit<TransferRow, 'asks' | 'sentAt'>
    >(
      inUse.shop.payload,
      sql`select id, state, answer, asks, holder, reference, sent_at as "sentAt"
        from refund_transfers where id = ${id}`,
    )
    if (!row) {
      throw new Error('No such transfer')
    }
    return { ...row, asks: Number(row.asks), sentAt: row.sentAt ? new Date(row.sentAt) : null }
  }

  /** When the next run is due; undefined when none waits. */
  const readNextRun = async (id: string): Promise<Date | undefined> => {
    const [row] = await queryRows<{ at: string }>(
      inUse.shop.payload,
      sql`select run_at as at from graphile_worker._private_jobs
        where key = ${`refunds.transfer:${id}`} and locked_at is null`,
    )
    return row && new Date(row.at)
  }

  /** Orders that the service has carried out for this transfer; more than one is money lost. */
  const readPaid = async (id: string): Promise<number> => {
    const { reference } = await read(id)
    return inUse.shop.gateway
      .transfers()
      .filter((each) => each.reference === reference && each.state === 'done').length
  }

  return { begin, carry, press, read, readNextRun, readPaid }
}
