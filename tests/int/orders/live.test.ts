import { beforeAll, describe, expect, it } from 'vitest'
import { release } from '../../factories/release'
import { readDelivery } from '../../support/deliveries'
import { fetchLink, readHeld, usePackers } from '../../support/downloads'
import { takeLink } from '../../support/links'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const packers = usePackers(inUse)

type Status = { deliveryVersion: string; paymentState: string; state: string }

const askStatus = async (token: string, etag?: string) => {
  const answer = await callShop<Status>(inUse.shop, `/api/shop/orders/${token}/status`, {
    ...(etag ? { headers: { 'if-none-match': etag } } : {}),
    method: 'GET',
  })
  return { ...answer, etag: answer.headers.get('etag') ?? '' }
}

beforeAll(async () => {
  const { payload, products } = inUse.shop
  await release({ payload, productId: products['template-toko'], version: '1.0.0' })
})

describe('The status of an order', () => {
  it('changes whenever its page would show something else of the delivery, and only then', async () => {
    const { order } = await inUse.buyer.buy({ product: 'template-toko' })
    await packers.idle()
    const { token } = order
    const seen = [(await askStatus(token)).json.deliveryVersion]
    const [held] = await readHeld(inUse.shop, token)
    await fetchLink(await takeLink(inUse.shop, { file: held?.id ?? '', token }))
    await packers.idle()
    seen.push((await askStatus(token)).json.deliveryVersion)
    const admin = await logInAs(inUse.shop, 'admin')
    const { id } = await readDelivery(inUse.shop, token)
    const reopen = { event: 'reopen', reason: 'Berkas tidak bisa dibuka' }
    const opened = await callShop(inUse.shop, `/api/fulfilments/${id}/move`, {
      body: reopen,
      headers: admin.headers,
    })
    expect(opened.status).toBe(200)
    seen.push((await askStatus(token)).json.deliveryVersion)
    await packers.idle()
    const last = await askStatus(token)
    seen.push(last.json.deliveryVersion)
    expect(new Set(seen).size).toBe(4)
    expect((await askStatus(token, last.etag)).status).toBe(304)
    expect((await inUse.buyer.look(token)).deliveryVersion).toBe(last.json.deliveryVersion)
  })

  it('says nothing of a delivery before there is one', async () => {
    const order = await inUse.buyer.place({ product: 'template-toko' })
    expect((await askStatus(order.token)).json).toMatchObject({
      deliveryVersion: '',
      paymentState: 'unpaid',
    })
  })
})
