import { newDevice } from './downloads'
import type { OpenShop } from './openShop'
import { type Answer, callShop } from './purchase'

/** Asks for a link to a file of an order, by default as a new device. */
export const askLink = (
  shop: Pick<OpenShop, 'url'>,
  ask: { device?: string; file: string; token: string },
): Promise<Answer<{ download: { expiresAt: string; url: string } }>> =>
  callShop(shop, `/api/shop/orders/${ask.token}/downloads`, {
    body: { file: ask.file },
    headers: { 'x-forwarded-for': ask.device ?? newDevice() },
  })

/** A link, where there must be one. */
export const takeLink = async (...args: Parameters<typeof askLink>): Promise<string> => {
  const { json, status } = await askLink(...args)
  if (status !== 200) {
    throw new Error(`No link: ${status} ${JSON.stringify(json)}`)
  }
  return json.download.url
}
