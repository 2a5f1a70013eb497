import { makeWorker, readDelivery } from '../support/deliveries'
import type { LoggedIn } from '../support/people'
import { draftReport, issueAny } from '../support/reports'
import type { ShopInUse } from '../support/useShop'

/** A paid analysis and its delivery. */
export type Analysis = { id: string; token: string }

type Wish = Parameters<ShopInUse['buyer']['buy']>[0]

/** The one way from the payment to where the analysis goes on: target, permission and day are agreed on. */
export const beginAnalysis = async (
  inUse: ShopInUse,
  by: LoggedIn,
  wish: Wish = {},
): Promise<Analysis> => {
  const { order } = await inUse.buyer.buy({ product: 'analisis-keamanan', ...wish })
  const row = await readDelivery(inUse.shop, order.token)
  await makeWorker(() => inUse.shop).walk(row, ['start', 'schedule', 'analyse'], by)
  return { id: row.id, token: order.token }
}

/** The same, with its report sent. */
export const sendAnalysis = async (
  inUse: ShopInUse,
  by: LoggedIn,
  wish: Wish = {},
): Promise<{ findings: string[] } & Analysis> => {
  const analysis = await beginAnalysis(inUse, by, wish)
  const { shop } = inUse
  const findings = await draftReport(shop, { by, fulfilmentId: analysis.id })
  await issueAny(shop, { by, fulfilmentId: analysis.id })
  const { move } = makeWorker(() => shop)
  const { status, code } = await move(analysis.id, { event: 'deliver' }, by)
  if (status !== 200) {
    throw new Error(`The report was not sent: ${String(code)}`)
  }
  return { ...analysis, findings }
}
