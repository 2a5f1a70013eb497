import type { Payload } from 'payload'

import { queryRows, sql } from '@/plugin/kernel/payload'

import { createCustomer } from '../../factories/customer'
import { sendAnalysis } from '../../factories/analysis'
import { sendPictures } from '../../support/evidence'
import { type OpenShop, openShop } from '../../support/openShop'
import { type LoggedIn, logInAs } from '../../support/people'
import { drawPicture } from '../../support/problems'
import { callShop, makeBuyer } from '../../support/purchase'
import { passwordOf, readReport } from '../../support/reports'
import { startLoneDatabase } from '../access/shop'

/** A customer with an analysis whose report was sent. */
export type Tenant = {
  account: { email: string; password: string }
  analysis: { finding: string; fulfilment: string; item: string; report: string; scope: string }
  headers: Record<string, string>
  password: string
  token: string
}

/** A shop in this process, and two customers who live next door to each other. */
export type House = {
  a: Tenant
  b: Tenant
  close: () => Promise<void>
  editor: LoggedIn
  shop: OpenShop
}

const logIn = async (shop: OpenShop) => {
  const { email, password } = await createCustomer({ payload: shop.payload })
  const body = { email, password }
  const { json } = await callShop<{ token: string }>(shop, '/api/customers/login', { body })
  return { account: body, headers: { authorization: `JWT ${json.token}` } }
}

type Ids = { item: string; scope: string }

const readIds = async (payload: Payload, token: string): Promise<Ids> => {
  const [row] = await queryRows<Ids>(
    payload,
    sql`select i.id as item, s.id as scope from orders o join order_items i on i.order_id = o.id
      join scopes s on s.order_item_id = i.id where o.token = ${token}`,
  )
  return row ?? { item: '', scope: '' }
}

const moveIn = async (shop: OpenShop, admin: LoggedIn): Promise<Tenant> => {
  const { account, headers } = await logIn(shop)
  const inUse = { buyer: makeBuyer(shop), shop }
  const { findings, id: fulfilment, token } = await sendAnalysis(inUse, admin, { headers })
  const [finding = ''] = findings
  const pictures = [await drawPicture()]
  await sendPictures(shop, { by: admin, finding, pictures })
  const report = await readReport(shop, token)
  const { item, scope } = await readIds(shop.payload, token)
  return {
    account,
    analysis: { finding, fulfilment, item, report: report.id, scope },
    headers,
    password: passwordOf(report),
    token,
  }
}

/** Opens the shop with its limits on, and lets both move in. */
export const openHouse = async (): Promise<House> => {
  const { stop, url } = await startLoneDatabase()
  const shop = await openShop({ databaseUrl: url, settings: { RATE_LIMIT_FACTOR: '1' } })
  await shop.startWorker()
  const admin = await logInAs(shop, 'admin')
  return {
    a: await moveIn(shop, admin),
    b: await moveIn(shop, admin),
    close: async () => {
      await shop.close()
      await stop()
    },
    editor: await logInAs(shop, 'editor'),
    shop,
  }
}
