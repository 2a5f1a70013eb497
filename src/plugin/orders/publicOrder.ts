import type { PublicSession } from '../booking'
import type { AgreedEdition } from '../catalog'
import type { PublicDownloads } from '../downloads'
import type { PublicDelivery } from '../fulfilment'
import type { OrderService } from '../hosting'
import type { PaymentState, PublicContract } from '../instalments'
import type { InstalmentKind } from '../plans'
import type { PublicReports } from '../reports'
import type { OrderScope } from '../scopes'
import type { PublicSpk } from '../spk'

/** One line of an order as its buyer sees it; amounts in rupiah. */
export type PublicOrderItem = {
  afterPayment: string
  amount: number
  /** What is being done for it; null before it is paid, and for what nobody has to deliver. */
  delivery: null | PublicDelivery
  /** What may be fetched; null for what is no file, and before it is prepared. */
  downloads: null | PublicDownloads
  id: string
  kind: string
  productSlug: string
  quantity: number
  /** The reports of an analysis; null for everything else, and before one was sent. */
  reports: null | PublicReports
  /** What is agreed on before an analysis; null for everything else, and before it is paid. */
  scope: null | OrderScope
  /** The appointment of a consultation; null for everything else. */
  session: null | PublicSession
  title: string
  unitPrice: number
}

/** One debt as its buyer sees it; `dueOn` is a WIB day. */
export type PublicInstalment = {
  amount: number
  dueOn: string
  kind: InstalmentKind
  paid: number
  seq: number
  state: 'open' | 'paid' | 'replaced' | 'void' | 'waived'
}

/** The attempt that counts now: the paid one, else the newest; of a contract always the newest. */
export type PublicPayment = {
  amount: number
  channel?: string
  expiresAt?: string
  failureReason?: string
  /** The debts that it asks for, by their numbers. */
  instalments: number[]
  merchantOrderId: string
  paidAt?: string
  paymentUrl?: string
  /** Rupiah that are forgiven with it, for paying a contract off early. */
  rebate: number
  reference?: string
  state: 'cancelled' | 'created' | 'expired' | 'failed' | 'paid' | 'pending' | 'refunded' | 'review'
}

/** What the buyer can do next. */
export type NextAction = 'agree' | 'none' | 'pay' | 'retry' | 'wait'

/** An order as whoever holds its link sees it. */
export type PublicOrder = {
  /** What its buyer agreed to, as it read when he ordered. */
  agreed: AgreedEdition[]
  /** What was agreed and how it stands today, when it is paid in instalments; else null. */
  contract: null | PublicContract
  customer: { email: string; name: string; phone: string }
  /** Another word whenever anything of the delivery has changed: files, sessions, reports, answers. */
  deliveryVersion: string
  instalments: PublicInstalment[]
  items: PublicOrderItem[]
  /** Whether it waits for an agreement before it is paid. */
  needsSpk: boolean
  nextAction: NextAction
  notes?: string
  number: string
  payment: null | PublicPayment
  paymentState: PaymentState
  placedAt: string
  /** The services that were bought, one per unit of hosting, and how they stand. */
  services: OrderService[]
  /** How the agreement stands; null where none is needed. */
  spk: null | PublicSpk
  state: 'cancelled' | 'closed' | 'draft' | 'fulfilled' | 'open' | 'placed'
  token: string
  total: number
  updatedAt: string
  url: string
}

/** What the buyer can do next, from the state of the order and of the attempt that counts. */
export const resolveNextAction = (
  order: Pick<PublicOrder, 'instalments' | 'payment' | 'paymentState' | 'state'>,
): NextAction => {
  if (
    order.paymentState === 'paid' ||
    order.paymentState === 'refunded' ||
    order.state === 'cancelled' ||
    order.instalments.every(({ state }) => state !== 'open')
  ) {
    return 'none'
  }
  if (order.state === 'placed') {
    return 'agree'
  }
  switch (order.payment?.state) {
    case 'expired':
    case 'failed':
      return 'retry'
    case 'review':
      return 'wait'
    default:
      return 'pay'
  }
}
