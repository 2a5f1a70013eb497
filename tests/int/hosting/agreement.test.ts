import { afterEach, beforeAll, expect, it } from 'vitest'

import { runInTransaction } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { orderSpkOwner } from '@/plugin/orders'
import { makeHostingDesk } from '../../support/hostingDesk'
import { moveSpk, SPK_WAYS } from '../../support/spk'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test' })
const desk = makeHostingDesk(inUse)

beforeAll(() => desk.enter(true))
afterEach(() => {
  clock.release()
})

it('A service behind an agreement may be created with the SPK confirmed and the first payment, not before', async () => {
  desk.freezeOn(0)
  const { id, token } = await desk.order()
  expect((await desk.account(token)).state).toBe('locked')
  await moveSpk(inUse.shop, id, ...SPK_WAYS.confirmed)
  await runInTransaction(inUse.shop.payload, (tx) => orderSpkOwner.open(tx, id))
  expect((await desk.account(token)).state).toBe('locked')
  await desk.pay(token)
  expect((await desk.account(token)).state).toBe('ready')
})
