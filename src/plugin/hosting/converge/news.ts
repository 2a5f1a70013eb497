import type { AccountScene } from '../accounts/scene'
import type { HostingParams, QueuedMessage } from '../../notifications'

import { slugsOf, type Tx } from '../../kernel/payload'
import { notificationsRuntime, queueMessages } from '../../notifications'
import { hostingRuntime } from '../runtime'

type HostingEvent = Extract<QueuedMessage['event'], `hosting.${string}`>

/** What staff read. */
export type HostingStaffEvent =
  'hosting.alarm' | 'hosting.changed' | 'hosting.decision' | 'hosting.task'

/** What the customer reads. */
export type HostingCustomerEvent = Exclude<HostingEvent, HostingStaffEvent>

type News<E> = {
  event: E
  /** Words about it: why, or what is to be done. */
  note: string
  /** Tells apart what may happen twice to one service. */
  step: string
}

const paramsOf = (
  account: AccountScene,
  { note, url }: { note: string; url: string },
): HostingParams => ({
  customerEmail: account.email,
  customerName: account.customerName,
  domain: account.domain ?? '',
  note,
  orderNumber: account.orderNumber,
  title: account.title,
  url,
})

const subjectOf = ({ orderId: id }: AccountScene) => ({ id, type: 'order' as const })

/** Who is suspended is led to where he pays; whoever may do something to the page of his service. */
const customerUrlOf = (tx: Tx, account: AccountScene, event: HostingCustomerEvent): string => {
  const { locale, orderToken: token } = account
  const { buildOrderUrl, serverUrl } = hostingRuntime.get(tx.payload)
  const url = buildOrderUrl({ locale, token })
  if (event === 'hosting.suspended') {
    return `${url}/tunggakan`
  }
  const isOrders = event === 'hosting.ended' || event === 'hosting.resumed'
  return isOrders ? url : `${serverUrl}${locale === 'en' ? '/en' : ''}/akun/hosting/${account.id}`
}

/** Tells the customer, once per step, in the caller's transaction. */
export const tellCustomer = async (
  tx: Tx,
  account: AccountScene,
  { event, note, step }: News<HostingCustomerEvent>,
): Promise<void> => {
  const { customerId, customerName: name, email: address, locale, phone } = account
  const message = {
    event,
    params: paramsOf(account, { note, url: customerUrlOf(tx, account, event) }),
    recipient: {
      address,
      kind: 'customer' as const,
      locale,
      name,
      phone,
      ...(customerId ? { customerId } : {}),
    },
    step: `${account.id}/${step}`,
    subject: subjectOf(account),
  }
  await queueMessages({ messages: [message], tx })
}

/** Tells every admin and owner, once per step, in the caller's transaction. */
export const tellStaff = async (
  tx: Tx,
  account: AccountScene,
  { event, note, step }: News<HostingStaffEvent>,
): Promise<void> => {
  const readers = await notificationsRuntime.get(tx.payload).findStaff(tx)
  if (readers.length === 0) {
    return
  }
  const { serverUrl } = hostingRuntime.get(tx.payload)
  const { admin } = tx.payload.config.routes
  const url = `${serverUrl}${admin}/collections/${slugsOf(tx.payload).hostingAccounts}/${account.id}`
  const messages = readers.map((reader) => ({
    event,
    params: paramsOf(account, { note, url }),
    recipient: { ...reader, kind: 'staff' as const, locale: 'id' as const },
    step: `${account.id}/${step}`,
    subject: subjectOf(account),
  }))
  await queueMessages({ messages, tx })
}
