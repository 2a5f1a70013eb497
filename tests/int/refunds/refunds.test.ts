import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { readBooks, readMessages } from '../../support/books'
import { makeWorker, readDelivery } from '../../support/deliveries'
import { readSubjects } from '../../support/moves'
import type { LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { makeRefundDesk } from '../../support/refunds'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const worker = makeWorker(() => inUse.shop)
const desk = makeRefundDesk(inUse)
const { act, approve, ask, askAsStaff, buy, look, move, people, readRefunds, send } = desk
const PRICE = 750_000

beforeAll(desk.enter)

describe('A customer who wants his money back', () => {
  it('asks, is approved, gets it; the books, the order and the delivery follow, and he is told', async () => {
    const token = await buy()
    expect((await look(token)).offer?.amount).toBe(PRICE)
    const asked = await ask(token)
    expect([asked.status, asked.json.offer, asked.json.refunds]).toEqual([
      201,
      undefined,
      [expect.objectContaining({ amount: PRICE, state: 'requested' })],
    ])
    const [refund] = await readRefunds(token)
    const id = refund?.id ?? ''
    expect((await act(id, 'approve', people.owner)).json.state).toBe('approved')
    expect(await send(id, people.owner)).toEqual({ code: undefined, status: 200 })
    expect(await readBooks(inUse.shop.payload, token)).toEqual({ refunds: PRICE, sales: -PRICE })
    const order = await inUse.buyer.look(token)
    expect([order.paymentState, order.payment?.state]).toEqual(['refunded', 'refunded'])
    expect((await readDelivery(inUse.shop, token)).state).toBe('cancelled')
    const messages = await readMessages(inUse.shop.payload, token)
    expect(messages).toContain('refund.requested → customer')
    expect(messages).toContain('refund.asked → staff')
    expect(messages).toContain('refund.sent → customer')
    expect(messages.filter((line) => line === 'refund.approved → customer')).toHaveLength(1)
    expect((await look(token)).refunds).toMatchObject([{ state: 'executed' }])
    expect((await ask(token)).code).toBe('refund.nothingLeft')
  })

  it('is refused with the rule once the work has begun; staff may still ask', async () => {
    const token = await buy()
    const row = await readDelivery(inUse.shop, token)
    await worker.walk(row, ['start'], people.admin)
    const refused = await ask(token)
    expect([refused.status, refused.code]).toEqual([409, 'refund.notAllowed'])
    const { offer, refusal } = await look(token)
    expect([offer, refusal?.id]).toEqual([undefined, expect.stringContaining('Pengerjaan')])
    expect((await askAsStaff(token, 1_000, people.admin)).status).toBe(201)
  })

  it('keeps to the rule that stood when he bought, whatever the product says later', async () => {
    const { payload } = inUse.shop
    const token = await buy()
    const change = (days: number) =>
      queryRows(payload, sql`update products set refund_days = ${days}, refund_until = 'start'`)
    await change(0)
    try {
      const [item] = await queryRows<{ days: string }>(
        payload,
        sql`select i.refund_days as days from order_items i join orders o on o.id = i.order_id
          where o.token = ${token}`,
      )
      expect(Number(item?.days)).toBe(7)
    } finally {
      await change(7)
    }
  })

  it('pressing twelve times asks once', async () => {
    const token = await buy()
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(token, { key })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(await readRefunds(token)).toHaveLength(1)
  })

  it('is told why it was rejected, without a trace of who did it, and may ask again', async () => {
    const token = await buy()
    await ask(token)
    const [first] = await readRefunds(token)
    const silent = await act(first?.id ?? '', 'reject', people.admin)
    expect(silent.code).toBe('event.reasonRequired')
    await act(first?.id ?? '', 'reject', people.admin, 'Sesi sudah dijadwalkan')
    expect((await look(token)).refunds).toMatchObject([
      { refusal: 'Sesi sudah dijadwalkan', state: 'rejected' },
    ])
    expect(await readMessages(inUse.shop.payload, token)).toContain('refund.rejected → customer')
    expect((await ask(token)).status).toBe(201)
  })

  it.each([
    ['account', { account: 'BCA' }, 'refund.badAccount'],
    ['account', { account: 'tanpa nomor sama sekali' }, 'refund.badAccount'],
    ['account', { account: 'BCA 1234567890\r\nBcc: x' }, 'refund.badAccount'],
    ['reason', { reason: 'x' }, 'event.reasonRequired'],
    ['reason', { reason: 'a\u0000bcdef' }, 'conversation.badText'],
    ['key', { key: 'x' }, 'input.invalid'],
  ])('with a bad %s is refused, the field named', async (field, changes, code) => {
    const token = await buy()
    const answer = await ask(token, changes)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect([answer.code, answer.json]).toMatchObject([code, { errors: [{ field }] }])
    expect(await readRefunds(token)).toEqual([])
  })

  it('cannot ask for an order that was not paid or that nobody knows', async () => {
    const { token } = await inUse.buyer.place()
    expect((await ask(token)).code).toBe('refund.nothingLeft')
    expect((await ask('x'.repeat(43))).status).toBe(404)
    expect((await ask('x')).status).toBe(404)
  })
})

describe('A part of a payment', () => {
  it('goes back as a price reduction: the order stays paid, the work goes on; the last part ends it', async () => {
    const token = await buy()
    expect((await send(await approve(token, 200_000), people.owner)).status).toBe(200)
    expect((await inUse.buyer.look(token)).paymentState).toBe('paid')
    expect((await readDelivery(inUse.shop, token)).state).toBe('new')
    expect(await readBooks(inUse.shop.payload, token)).toEqual({
      gateway: 550_000,
      refunds: 200_000,
      sales: -PRICE,
    })
    expect((await send(await approve(token, 550_000), people.owner)).status).toBe(200)
    expect((await inUse.buyer.look(token)).paymentState).toBe('refunded')
    expect((await readDelivery(inUse.shop, token)).state).toBe('cancelled')
  })

  it('is never more than what is left, asked by many at once or straight in the database', async () => {
    const token = await buy()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => askAsStaff(token, 200_000, people.admin)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    const codes = new Set(answers.map(({ code }) => code).filter(Boolean))
    expect(codes).toEqual(new Set(['refund.tooMuch']))
    await expect(
      queryRows(
        inUse.shop.payload,
        sql`update refunds set amount = amount + 1000000 where order_id in
          (select id from orders where token = ${token})`,
      ),
    ).rejects.toMatchObject({ cause: { constraint: 'refunds_fit' } })
  })

  it('leaves to a refund recorded on the payment itself only the rest', async () => {
    const token = await buy()
    await send(await approve(token, 300_000), people.owner)
    const { attempts } = await readSubjects(inUse.shop, token)
    const whole = { event: 'refund', evidence: 'TRX 1', reason: 'Sisa dikembalikan' }
    const { status } = await move(
      { collection: 'payments', id: attempts[0] ?? '' },
      whole,
      people.owner,
    )
    expect(status).toBe(200)
    expect(await readBooks(inUse.shop.payload, token)).toEqual({ refunds: PRICE, sales: -PRICE })
  })

  it('that was asked for cannot be sent any more once the payment went back whole', async () => {
    const token = await buy()
    const id = await approve(token, 300_000)
    const { attempts } = await readSubjects(inUse.shop, token)
    const whole = { event: 'refund', evidence: 'TRX 1', reason: 'Semua dikembalikan' }
    await move({ collection: 'payments', id: attempts[0] ?? '' }, whole, people.owner)
    expect((await send(id, people.owner)).code).toBe('refund.tooMuch')
    expect((await act(id, 'reject', people.admin, 'Sudah dikembalikan')).status).toBe(200)
  })
})

describe('Approving and sending', () => {
  it('above the limit is for owners; sending always, with number and proof, once', async () => {
    const token = await buy()
    const { json } = await askAsStaff(token, 600_000, people.admin)
    const { id } = json.refund
    const tooHigh = await act(id, 'approve', people.admin)
    expect([tooHigh.status, tooHigh.code]).toEqual([409, 'event.guardRefused'])
    expect((await send(id, people.owner)).code).toBe('event.notAllowed')
    expect((await act(id, 'approve', people.owner)).status).toBe(200)
    expect((await send(id, people.admin)).status).toBe(403)
    expect((await send(id, people.owner, { proof: null })).code).toBe('refund.proofRequired')
    expect((await send(id, people.owner, { proof: '<svg/>' })).code).toBe('attachment.badType')
    expect((await send(id, people.owner, { evidence: 'x' })).code).toBe('event.evidenceRequired')
    expect((await send(id, people.owner, { method: 'tunai' })).code).toBe('refund.badMethod')
    const sends = await Promise.all([1, 2, 3, 4].map(() => send(id, people.owner)))
    expect(sends.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect((await readBooks(inUse.shop.payload, token)).refunds).toBe(600_000)
  })

  it('within the limit is for admins, and a PDF is a proof that is only saved', async () => {
    const token = await buy()
    const { json } = await askAsStaff(token, 500_000, people.admin)
    const { id } = json.refund
    expect((await act(id, 'approve', people.admin)).status).toBe(200)
    expect((await send(id, people.owner, { proof: '%PDF-1.7\n%%EOF' })).status).toBe(200)
    const see = (by?: LoggedIn) =>
      fetch(`${inUse.shop.url}/api/refunds/${id}/proofs/1`, { headers: by?.headers ?? {} })
    const answer = await see(people.admin)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="lampiran-1.pdf"')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    const statuses = [await see(), await see(people.customer), await see(people.editor)]
    expect(statuses.map(({ status }) => status)).toEqual([401, 403, 403])
  })
})

describe('The doors of refunds', () => {
  it('open to admins and owners; sending to owners alone', async () => {
    const token = await buy()
    const id = await approve(token, 1_000)
    const tries: Record<string, number[]> = {}
    for (const who of ['guest', 'customer', 'editor', 'admin'] as const) {
      const by = who === 'guest' ? undefined : people[who]
      tries[who] = [
        (await askAsStaff(token, 1_000, by)).status,
        (await act(id, 'approve', by)).status,
        (await send(id, by)).status,
        (await callShop(inUse.shop, `/api/refunds/${id}`, { headers: by?.headers })).status,
      ]
    }
    expect(tries).toEqual({
      admin: [201, 409, 403, 200],
      customer: [403, 403, 403, 403],
      editor: [403, 403, 403, 403],
      guest: [401, 401, 401, 403],
    })
  })
})
