import { redirect } from 'next/navigation'

import { localPath, type StoreLocale } from '../i18n/locales'
import { checkOrder, findOrder, type PublicOrder } from '../shop'
import { hasJustPaid, isSettled } from './status'

/** The query of the pages the gateway sends people back to; only our own token is believed. */
export type ReturnQuery = Promise<{ token?: string | string[] }>

const isEnglish = (order: PublicOrder): boolean => order.url.includes('/en/pesanan/')

/** The order a returning customer means, in the language he ordered in, or null. */
export const findReturned = async (args: {
  locale: StoreLocale
  path: string
  query: ReturnQuery
}): Promise<null | PublicOrder> => {
  const { token } = await args.query
  const order = typeof token === 'string' ? await findOrder(token) : null
  if (order && args.locale === 'id' && isEnglish(order)) {
    redirect(`${localPath({ locale: 'en', path: args.path })}?token=${order.token}`)
  }
  return order
}

/**
 * Asks the gateway once, in case its callback is late or lost, and reads the order again. The page
 * shows whatever we know then: a gateway that does not answer is no error here.
 */
export const freshenReturned = async (order: PublicOrder): Promise<PublicOrder> => {
  if (isSettled(order) || hasJustPaid(order)) {
    return order
  }
  try {
    return await checkOrder(order.token)
  } catch {
    return order
  }
}
