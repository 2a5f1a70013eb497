import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { spkRuntime } from '@/plugin/spk/runtime'

import { freezeOn, makeContractDesk } from '../../support/contracts'
import { makeSpkStaffDesk } from '../../support/spkStaffDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)
const spks = makeSpkStaffDesk(inUse, desk)
let template = ''

beforeAll(async () => {
  await desk.enter([], true)
  template = await spks.template()
})
beforeEach(() => void freezeOn(0))
afterAll(() => {
  clock.release()
})

/** What pressing *Perpanjang* writes; see `tests/int/renewals`. */
const renews = (orderId: string, nextId: string): Promise<unknown> =>
  queryRows(
    inUse.shop.payload,
    sql`update hosting_accounts set renewal_id = ${nextId} where order_id = ${orderId}`,
  )

const goOn = async (next: { spk: string }) => {
  await spks.act(next.spk, 'propose')
  await spks.fire(next.spk, 'confirmContent', {
    actor: { label: 'Budi Santoso', role: 'customer' },
    facts: { isSame: true },
  })
  expect((await spks.act(next.spk, 'issue')).status).toBe(200)
  return spks.look(next.spk)
}

describe('The agreement of a renewal', () => {
  it('is an addendum to that of the service, counted apart', async () => {
    const first = await spks.confirmed({ template })
    const { current, number } = await spks.look(first.spk)
    const next = await spks.filled({ template })
    await renews(first.orderId, next.orderId)
    const issued = await goOn(next)
    expect(issued.current?.content.former).toEqual({
      agreementOn: current?.content.agreementOn,
      number,
      ordinal: 1,
    })
    expect(issued.number).toBe('001/ADD-SPK/HZ/XII/2026')
    const other = await spks.issued({ template })
    const plain = await spks.look(other.spk)
    expect(plain.number).toMatch(/^\d{3}\/SPK\/HZ\/XII\/2026$/)
    expect(plain.current?.content.former).toBeUndefined()
  })

  it('names the first agreement, however often it was renewed', async () => {
    const first = await spks.confirmed({ template })
    const second = await spks.filled({ template })
    await renews(first.orderId, second.orderId)
    await goOn(second)
    await spks.act(second.spk, 'send')
    await spks.scan(second.spk)
    expect((await spks.accept(second.spk)).status).toBe(200)
    const third = await spks.filled({ template })
    await renews(second.orderId, third.orderId)
    const { number } = await spks.look(first.spk)
    expect((await goOn(third)).current?.content.former).toMatchObject({ number, ordinal: 2 })
  })

  it('is one of its own when there was none that was agreed on', async () => {
    const first = await spks.issued({ template })
    const next = await spks.filled({ template })
    await renews(first.orderId, next.orderId)
    expect((await goOn(next)).current?.content.former).toBeUndefined()
  })

  it('is one of its own where the shop wants it so', async () => {
    const settings = spkRuntime.get(inUse.shop.payload)
    settings.renewals = 'agreement'
    try {
      const first = await spks.confirmed({ template })
      const next = await spks.filled({ template })
      await renews(first.orderId, next.orderId)
      const issued = await goOn(next)
      expect(issued.current?.content.former).toBeUndefined()
      expect(issued.number).toMatch(/^\d{3}\/SPK\/HZ\/XII\/2026$/)
    } finally {
      settings.renewals = 'addendum'
    }
  })
})
