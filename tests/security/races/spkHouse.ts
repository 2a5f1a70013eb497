import { randomBytes, randomUUID } from 'node:crypto'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { fireSpk } from '@/plugin/spk/actions/fireSpk'
import { insertSpkFile, storeSpkFile } from '@/plugin/spk/papers/files'

import { createCustomer } from '../../factories/customer'
import { createProduct } from '../../factories/product'
import { type OpenShop, openShop } from '../../support/openShop'
import { type LoggedIn, logInAs, logInCustomer } from '../../support/people'
import { callShop, validOrder } from '../../support/purchase'
import { moveSpk, withSpk } from '../../support/spk'
import { startLoneDatabase } from '../access/shop'

/** An admin and the name under which the history knows him. */
export type Judge = { name: string } & LoggedIn

/** A signed agreement that waits for a decision. */
export type Waiting = { id: string; orderId: string; sha256: string; version: number }

/** A shop in this process whose agreements are decided about. */
export type SpkHouse = {
  close: () => Promise<void>
  judges: readonly [Judge, Judge]
  /** A new order whose signed agreement has come back. */
  prepare: () => Promise<Waiting>
  shop: OpenShop
}

const hire = async (shop: OpenShop, name: string): Promise<Judge> => {
  const admin = await logInAs(shop, 'admin')
  await queryRows(shop.payload, sql`update staff set name = ${name} where id = ${admin.id}::uuid`)
  return { ...admin, name }
}

const placeOrder = async (shop: OpenShop, by: LoggedIn, product: string): Promise<string> => {
  const { json, status } = await callShop<{ order: { token: string } }>(shop, '/api/shop/orders', {
    body: validOrder({ items: [{ plan: '4x', product, quantity: 1 }] }),
    headers: { ...by.headers, 'idempotency-key': randomUUID() },
  })
  if (status !== 201) {
    throw new Error(`Not ordered: ${status} ${JSON.stringify(json)}`)
  }
  const [row] = await queryRows<{ id: string }>(
    shop.payload,
    sql`select id from orders where token = ${json.order.token}`,
  )
  return row?.id ?? ''
}

/** The customer's scan with nothing found in it: what it looks like has tests of its own. */
const bringScan = (shop: OpenShop, orderId: string): Promise<string> =>
  withSpk(shop, orderId, async (tx, scene) => {
    const file = await storeSpkFile(shop.payload, {
      broughtBy: scene.customerName,
      bytes: randomBytes(64),
      edition: scene.edition,
      kind: 'scan',
      mime: 'application/pdf',
      pages: 4,
      spkId: scene.id,
    })
    await fireSpk(tx, scene, {
      actor: { label: scene.customerName, role: 'customer' },
      along: [insertSpkFile(file)],
      event: 'bringScan',
      set: sql`attempts = attempts + 1, number = 'R/' || id::text`,
    })
    return file.sha256
  })

const prepareIn =
  (shop: OpenShop, by: LoggedIn, product: string): SpkHouse['prepare'] =>
  async () => {
    const orderId = await placeOrder(shop, by, product)
    await moveSpk(shop, orderId, 'propose', 'confirmContent', 'issue', 'bringStamp', 'passStamp')
    const sha256 = await bringScan(shop, orderId)
    await moveSpk(shop, orderId, 'finishAnalysis')
    return withSpk(shop, orderId, (_, { id, lockVersion: version }) =>
      Promise.resolve({ id, orderId, sha256, version }),
    )
  }

/** Opens the shop on a database of its own; no worker runs: packages are sealed elsewhere. */
export const openSpkHouse = async (): Promise<SpkHouse> => {
  const { stop, url } = await startLoneDatabase()
  const shop = await openShop({ databaseUrl: url, settings: { DATABASE_POOL_MAX: '10' } })
  const plans = [{ key: '4x', tenor: 4 }]
  const wish = { contractMonths: 12, kind: 'vps', needsSpk: true, plans, price: 100_000 }
  const { slug } = await createProduct({ payload: shop.payload, wish })
  const customer = await logInCustomer(shop, await createCustomer({ payload: shop.payload }))
  return {
    close: async () => {
      await shop.close()
      await stop()
    },
    judges: [await hire(shop, 'Rina Pertama'), await hire(shop, 'Joko Kedua')],
    prepare: prepareIn(shop, customer, slug),
    shop,
  }
}
