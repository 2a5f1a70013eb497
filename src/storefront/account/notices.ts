import {
  countUnread,
  findNotices,
  markNotices,
  type Notice,
  type Notices,
  openNotice,
} from '@/plugin/notifications'

import type { StoreLocale } from '../i18n/locales'
import { getShop } from '../shop'
import { findVisitor } from './visitor'

export type { Notice, Notices }

const NOTICE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The visitor's own notices; nothing of anybody else's can be asked for. */
export const findOwnNotices = async (args: {
  customerId: string
  locale: StoreLocale
  page: number
}): Promise<Notices> => findNotices({ ...args, payload: await getShop() })

/** How many of them are unread. */
export const countOwnUnread = async (customerId: string): Promise<number> =>
  countUnread({ customerId, payload: await getShop() })

/** Marks the visitor's own notices. A visitor whose session has ended changes nothing. */
export const markOwnNotices = async (args: {
  /** One notice, or `all`. */
  id: string
  isRead: boolean
}): Promise<void> => {
  const { id, isRead } = args
  const customer = await findVisitor()
  if (customer && (id === 'all' || NOTICE_ID.test(id))) {
    const ids = id === 'all' ? ('all' as const) : [id]
    await markNotices({ customerId: customer.id, ids, isRead, payload: await getShop() })
  }
}

/** Opens one of the visitor's own notices and answers where it leads; undefined when it is not his. */
export const openOwnNotice = async (args: {
  id: string
  locale: StoreLocale
}): Promise<string | undefined> => {
  const customer = await findVisitor()
  return customer
    ? openNotice({ ...args, customerId: customer.id, payload: await getShop() })
    : undefined
}
