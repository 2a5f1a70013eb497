import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { newId, queryRows, runInTransaction, sql } from '@/plugin/kernel/payload'
import { addDays, clock } from '@/plugin/kernel/time'
import { spkRuntime } from '@/plugin/spk'

import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk, START } from '../../support/contracts'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)

beforeAll(async () => {
  await desk.enter([], true)
})

afterAll(() => {
  clock.release()
})

const spkOf = async (orderId: string) => {
  const [row] = await readRows<{ id: string; number: null | string; state: string }>(
    inUse.shop.payload,
    sql`select id, state, number from spks where order_id = ${orderId}`,
  )
  return row
}

const open = (orderId: string) =>
  runInTransaction(inUse.shop.payload, async (tx) => {
    const { owner } = spkRuntime.get(inUse.shop.payload)
    await owner.lock(tx, orderId)
    await owner.open(tx, orderId)
  })

describe('An order in instalments of a product that needs an SPK', () => {
  it('is placed, not opened, and begins a draft', async () => {
    freezeOn(0)
    const { id, order } = await desk.order()
    expect(order).toMatchObject({
      needsSpk: true,
      nextAction: 'agree',
      spk: { isConfirmed: false, number: null, state: 'draft', turn: 'staff' },
      state: 'placed',
    })
    expect(await spkOf(id)).toMatchObject({ number: null, state: 'draft' })
    expect(await desk.look(order.token)).toMatchObject({
      needsSpk: true,
      nextAction: 'agree',
      spk: order.spk,
    })
  })

  it('cannot be paid: not through the gateway, not by a transfer, not past our code', async () => {
    freezeOn(0)
    const { id, token } = await desk.order()
    const { json, status } = await callShop<{ errors: { code: string }[] }>(
      inUse.shop,
      `/api/shop/orders/${token}/payments`,
      { body: {} },
    )
    expect([status, json.errors[0]?.code]).toEqual([409, 'spk.notConfirmed'])
    const transfer = await desk.transfer(id, 100_000)
    expect(transfer.status).toBe(409)
    await expect(
      queryRows(
        inUse.shop.payload,
        sql`insert into payments (id, order_id, attempt, merchant_order_id, amount, state, method,
            instalment_set, expires_at, created_at, updated_at)
          values (${newId()}, ${id}, 9, ${`x-${id}`}, 1000, 'created', 'duitku', '1', now(), now(), now())`,
      ),
    ).rejects.toMatchObject({ cause: { constraint: 'payments_after_spk' } })
  })

  it('owes nothing while it waits, however long that takes', async () => {
    freezeOn(0)
    const { customer, id, token } = await desk.order()
    await desk.sweep(40)
    const [mails] = await readRows<{ n: number }>(
      inUse.shop.payload,
      sql`select count(*)::int as n from notifications where subject_id = ${id}
        and event like 'instalment.%'`,
    )
    expect(mails?.n).toBe(0)
    const again = await desk.tryOrder('4x', customer)
    expect(again.status).toBe(201)
    expect((await desk.look(token)).state).toBe('placed')
  })

  it('can be paid once the agreement is confirmed; its first day moves when it has passed', async () => {
    freezeOn(0)
    const { id, order, token } = await desk.order()
    freezeOn(40)
    await open(id)
    const opened = await desk.look(token)
    expect(opened.state).toBe('open')
    const rows = opened.instalments.filter(({ state }) => state === 'open')
    expect(rows[0]?.dueOn).toBe(addDays(START, 43))
    expect(rows.map(({ amount }) => amount)).toEqual(order.instalments.map(({ amount }) => amount))
    expect(opened.total).toBe(order.total)
  })

  it('keeps its schedule when it is confirmed before the first day', async () => {
    freezeOn(0)
    const { id, order, token } = await desk.order()
    await open(id)
    expect((await desk.look(token)).instalments).toEqual(order.instalments)
  })

  it('takes its agreement along when it is cancelled', async () => {
    freezeOn(0)
    const { id } = await desk.order()
    const { status } = await callShop(inUse.shop, `/api/orders/${id}/move`, {
      body: { event: 'cancel', reason: 'Pelanggan berubah pikiran' },
      headers: desk.people.admin.headers,
    })
    expect(status).toBe(200)
    expect((await spkOf(id))?.state).toBe('cancelled')
  })
})
