import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { readBooks, readReviews, readRows } from '../../support/books'
import { freezeOn, makeContractDesk } from '../../support/contracts'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)
const { look, order, pay, people, revise, running, transfer, tryOrder } = desk

beforeAll(() => desk.enter())
beforeEach(() => void freezeOn(0))
afterEach(() => clock.release())

const states = async (token: string): Promise<string[]> =>
  (await look(token)).instalments.map(({ state }) => state)

describe('an order in instalments', () => {
  it('costs the whole contract, and owes its schedule to the rupiah', async () => {
    const { order: placed } = await order('4x')
    expect(placed.total).toBe(1_200_000)
    expect(placed.instalments.map(({ amount, dueOn }) => [dueOn, amount])).toEqual([
      ['2026-12-05', 300_000],
      ['2027-01-05', 300_000],
      ['2027-02-05', 300_000],
      ['2027-03-05', 300_000],
    ])
    expect(placed.contract).toMatchObject({
      cashPrice: 1_200_000,
      standing: { count: 4, left: 1_200_000, paidCount: 0, total: 1_200_000 },
      terms: { key: '4x', overpaid: 'next', tenor: 4 },
    })
  })

  it('reads the same when it is read again', async () => {
    const { order: placed, token } = await order('dp')
    expect((await look(token)).contract).toEqual(placed.contract)
    expect(placed.instalments.map(({ kind }) => kind)).toEqual([
      'downPayment',
      'instalment',
      'instalment',
    ])
  })

  it('can be paid at once for the cash price of all months, by a guest as well', async () => {
    const { json, status } = await tryOrder(undefined, undefined)
    expect(status).toBe(201)
    expect(json.order).toMatchObject({ contract: null, total: 1_200_000 })
  })

  it('needs an account, one product, and a plan that is offered', async () => {
    const customer = await desk.logIn()
    const two = {
      items: [
        { plan: '4x', product: desk.product.slug, quantity: 1 },
        { product: 'konsultasi', quantity: 1 },
      ],
    }
    const refusals = [
      await tryOrder('4x', undefined),
      await tryOrder('4x', customer, two),
      await tryOrder('99x', customer),
      await tryOrder('4x', customer, {
        items: [{ plan: '4x', product: 'konsultasi', quantity: 1 }],
      }),
    ]
    expect(refusals.map(({ code, status }) => [status, code])).toEqual([
      [401, 'plan.accountRequired'],
      [422, 'plan.onlyOne'],
      [422, 'plan.notOffered'],
      [422, 'plan.notOffered'],
    ])
  })

  it('is refused when its total is not the one that the customer saw', async () => {
    const customer = await desk.logIn()
    const { code, json, status } = await tryOrder('potong', customer, { expectedTotal: 1_200_000 })
    expect([status, code]).toEqual([409, 'order.priceChanged'])
    expect(JSON.stringify(json)).toContain('1.320.000')
  })

  it('keeps the terms of its day when the plan changes', async () => {
    const { token } = await order('4x')
    await inUse.shop.payload.update({
      id: desk.product.id,
      collection: 'products',
      data: { price: 100_000, title: 'VPS baru' } as never,
      overrideAccess: true,
    })
    expect((await look(token)).contract?.terms).toMatchObject({ key: '4x', tenor: 4 })
  })
})

describe('paying', () => {
  it('asks for what is due, and for the next instalment when nothing is', async () => {
    const { token } = await order('4x')
    expect((await inUse.buyer.open(token)).amount).toBe(300_000)
    await pay(token)
    expect(await states(token)).toEqual(['paid', 'open', 'open', 'open'])
    expect((await inUse.buyer.open(token)).amount).toBe(300_000)
    freezeOn(70)
    expect((await inUse.buyer.open(token)).amount).toBe(600_000)
  })

  it('pays several at once, always the oldest', async () => {
    const { token } = await order('4x')
    const path = `/api/shop/orders/${token}/payments`
    const { callShop } = await import('../../support/purchase')
    const gap = await callShop(inUse.shop, path, { body: { instalments: [1, 3] } })
    expect([gap.status, gap.code]).toEqual([422, 'contract.oldestFirst'])
    await pay(token, { instalments: [1, 2, 3] })
    expect(await states(token)).toEqual(['paid', 'paid', 'paid', 'open'])
    expect((await look(token)).contract?.standing).toMatchObject({ left: 300_000, paidCount: 3 })
  })

  it('is done with everything early, and forgives the markup where the plan says so', async () => {
    const { token } = await order('potong')
    await pay(token)
    const { contract } = await look(token)
    expect(contract?.payoff).toEqual({ amount: 900_000, rebate: 90_000 })
    await pay(token, { pay: 'all' })
    const paid = await look(token)
    expect(paid.paymentState).toBe('paid')
    expect(await readBooks(inUse.shop.payload, token)).toMatchObject({ rebates: 90_000 })
    expect((await readBooks(inUse.shop.payload, token)).receivable).toBeUndefined()
    expect(await desk.told(token)).toContain('contract.paidOff')
  })

  it('puts more than was asked onto the next instalment, or aside, by the rule of the plan', async () => {
    const next = await order('4x')
    await pay(next.token, {}, { amount: 400_000 })
    expect((await look(next.token)).contract?.standing).toMatchObject({
      left: 800_000,
      paidCount: 1,
    })
    expect(await readReviews(inUse.shop.payload, next.token)).toEqual([])
    const keep = await order('simpan')
    await pay(keep.token, {}, { amount: 400_000 })
    expect((await look(keep.token)).contract?.standing.left).toBe(900_000)
    expect(await readReviews(inUse.shop.payload, keep.token)).toMatchObject([
      { amount: 100_000, kind: 'over', state: 'open' },
    ])
  })

  it('an instalment that is paid in two tabs counts once; the second waits for a decision', async () => {
    const { token } = await order('4x')
    const first = await inUse.buyer.open(token)
    const second = await inUse.buyer.open(token, { renew: true })
    await inUse.buyer.pay(first)
    await inUse.buyer.pay(second)
    expect(await states(token)).toEqual(['paid', 'open', 'open', 'open'])
    expect(await readReviews(inUse.shop.payload, token)).toMatchObject([
      { amount: 300_000, kind: 'double', state: 'open' },
    ])
  })
})

describe('a transfer that staff record', () => {
  it('pays a part of the oldest debt first', async () => {
    const { id, token } = await order('4x')
    const { json, status } = await transfer(id, 120_000)
    expect([status, json.result]).toMatchObject([201, { allocated: 120_000, excess: 0 }])
    const { contract, paymentState } = await look(token)
    expect(paymentState).toBe('partly_paid')
    expect(contract?.standing).toMatchObject({ left: 1_080_000, paidCount: 0 })
    expect(await readBooks(inUse.shop.payload, token)).toMatchObject({ bank: 120_000 })
  })

  it('needs its proof, a day that has come, and a reference that was not recorded before', async () => {
    const { id } = await order('4x')
    const again = { bankReference: 'BCA-0001' }
    expect((await transfer(id, 10_000, people.admin, { noProof: 'x' })).code).toBe(
      'transfer.proofRequired',
    )
    expect((await transfer(id, 10_000, people.admin, { receivedOn: '2026-12-06' })).code).toBe(
      'transfer.badDay',
    )
    expect((await transfer(id, 0)).code).toBe('money.invalid')
    expect((await transfer(id, 10_000, people.admin, again)).status).toBe(201)
    expect((await transfer(id, 10_000, people.admin, again)).code).toBe('transfer.recordedTwice')
  })

  it('is recorded once however often its form is sent', async () => {
    const { id, token } = await order('4x')
    const form = { bankReference: 'BCA-0002', key: 'sekali-saja' }
    await transfer(id, 300_000, people.admin, form)
    expect((await transfer(id, 300_000, people.admin, form)).status).toBe(201)
    expect((await look(token)).contract?.standing.paid).toBe(300_000)
  })

  it('is for admins and owners alone', async () => {
    const { customer, id } = await order('4x')
    const statuses = []
    for (const by of [undefined, customer, people.editor, people.owner]) {
      statuses.push((await transfer(id, 10_000, by ?? { headers: {}, id: '' })).status)
    }
    expect(statuses).toEqual([401, 403, 403, 201])
  })
})

describe('a new schedule', () => {
  it('replaces what is wholly unpaid and leaves the old rows as they were', async () => {
    const { id, token } = await running()
    const { json, status } = await revise(id, { firstDue: '2027-01-20', tenor: 2 })
    expect([status, json.result]).toEqual([201, { revision: 2 }])
    const { contract, instalments } = await look(token)
    expect(instalments.map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ['2026-12-05', 'paid'],
      ['2027-01-05', 'replaced'],
      ['2027-02-05', 'replaced'],
      ['2027-03-05', 'replaced'],
      ['2027-01-20', 'open'],
      ['2027-02-20', 'open'],
    ])
    expect(contract).toMatchObject({
      revision: 2,
      standing: { count: 3, left: 900_000, paidCount: 1, total: 1_200_000 },
    })
    const rows = await readRows<{ before: unknown[]; reason: string }>(
      inUse.shop.payload,
      sql`select r.reason, r.before from contract_revisions r join contracts c on c.id = r.contract_id
        where c.order_id = ${id}`,
    )
    expect(rows).toMatchObject([{ reason: 'Disepakati lewat telepon' }])
    expect(await desk.told(token)).toContain('contract.revised')
    await pay(token, { pay: 'all' })
    expect((await look(token)).paymentState).toBe('paid')
  })

  it('may give a discount, which leaves order, books and schedule equal', async () => {
    const { id, token } = await running()
    await revise(id, { discount: 100_000, firstDue: '2027-01-20', tenor: 1 })
    const { contract, total } = await look(token)
    expect([total, contract?.standing.left]).toEqual([1_100_000, 800_000])
    expect(await readBooks(inUse.shop.payload, token)).toMatchObject({
      receivable: 800_000,
      sales: -1_100_000,
    })
  })

  it.each([
    [{ firstDue: '2026-12-05', tenor: 2 }, 'contract.badFirstDue'],
    [{ firstDue: '2027-01-20', tenor: 0 }, 'plan.invalid'],
    [{ discount: 899_999, firstDue: '2027-01-20', tenor: 1 }, 'contract.badDiscount'],
    [{ firstDue: '2027-01-20', reason: 'x', tenor: 1 }, 'event.reasonRequired'],
  ])('is refused in words: %j', async (changes, code) => {
    const { id } = await running()
    expect((await revise(id, changes)).code).toBe(code)
  })

  it('is for owners alone', async () => {
    const { customer, id } = await running()
    const wish = { firstDue: '2027-01-20', tenor: 2 }
    const statuses = []
    for (const by of [{ headers: {}, id: '' }, customer, people.editor, people.admin]) {
      statuses.push((await revise(id, wish, by)).status)
    }
    expect(statuses).toEqual([401, 403, 403, 403])
  })
})

describe('the customer of a contract', () => {
  it('stays: nobody deletes his account, and the refusal says why', async () => {
    const { customer } = await order('4x')
    const { callShop } = await import('../../support/purchase')
    const { json, status } = await callShop(inUse.shop, `/api/customers/${customer.id}`, {
      headers: people.owner.headers,
      method: 'DELETE',
    })
    expect(status).toBe(409)
    expect(JSON.stringify(json)).toContain('1 kontrak cicilan')
  })
})

describe('the database itself', () => {
  it('lets nobody change what a debt was made with', async () => {
    const { id } = await order('4x')
    const change = (set: string) =>
      readRows(
        inUse.shop.payload,
        sql.join([sql.raw(`update instalments set ${set} where order_id = '${id}' and seq = 2`)]),
      ).then(
        () => 'taken',
        () => 'refused',
      )
    expect(await change(`due_on = '2027-01-06'`)).toBe('refused')
    expect(await change('amount = amount + 1')).toBe('refused')
    expect(await change('seq = 9')).toBe('refused')
  })
})
