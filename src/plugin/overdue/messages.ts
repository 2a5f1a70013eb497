import type { ArrearsParams, ContractParams, QueuedMessage } from '../notifications'
import type { Standing } from '../instalments'
import type { Scene, SceneDebt } from './sweep/scene'

import type { WibDay } from '../kernel/time'
import { slugsOf, type Tx } from '../kernel/payload'
import { notificationsRuntime } from '../notifications'
import { buildOrderUrl } from '../orders'
import { ladderFactsOf, resolveSuspendOn } from './rules/standingOf'
import { overdueRuntime } from './runtime'

/** A contract, how it stands today, and the transaction in which something is said about it. */
export type Told = { scene: Scene; standing: Standing; today: WibDay; tx: Tx }

/** The same, when it is only looked at. */
export type Shown = Omit<Told, 'tx'> & { tx: Pick<Tx, 'payload'> }

const orderUrlOf = ({ scene, tx }: Pick<Shown, 'scene' | 'tx'>): string => {
  const { serverUrl } = overdueRuntime.get(tx.payload)
  return buildOrderUrl({ locale: scene.locale, serverUrl, token: scene.token })
}

/** Page on which the customer chooses to pay or to be suspended. */
export const choiceUrlOf = (told: Pick<Shown, 'scene' | 'tx'>): string =>
  `${orderUrlOf(told)}/tunggakan`

/** The order in the panel. */
export const panelUrlOf = ({ scene, tx }: Pick<Told, 'scene' | 'tx'>): string => {
  const { serverUrl } = overdueRuntime.get(tx.payload)
  const { admin } = tx.payload.config.routes
  return `${serverUrl}${admin}/collections/${slugsOf(tx.payload).orders}/${scene.orderId}`
}

/** What every message about a contract says of it; `amount` is what there is to pay now. */
export const contractParams = (told: Shown, amount: number): ContractParams => {
  const { scene, standing } = told
  return {
    amount,
    count: standing.count,
    customerEmail: scene.email,
    customerName: scene.customerName,
    customerPhone: scene.phone,
    left: standing.left,
    orderNumber: scene.number,
    orderUrl: orderUrlOf(told),
    title: scene.title,
    total: standing.total,
  }
}

/** What messages about arrears say. */
export const arrearsParams = (told: Shown): ArrearsParams => {
  const { scene, standing, today, tx } = told
  const { shieldDays } = overdueRuntime.get(tx.payload)
  return {
    ...contractParams(told, standing.toBecomeCurrent),
    choiceUrl: choiceUrlOf(told),
    daysLate: standing.arrears?.daysLate ?? 0,
    fees: standing.fees,
    since: standing.arrears?.since ?? today,
    suspendOn: resolveSuspendOn(ladderFactsOf(scene, shieldDays), today),
  }
}

/** How-manieth of the contract's instalments a debt is; replaced rows and fees are not counted. */
const placeOf = ({ standing }: Told, { seq }: SceneDebt): number =>
  standing.debts.filter(
    (each) =>
      each.seq <= seq &&
      each.kind !== 'lateFee' &&
      each.state !== 'replaced' &&
      each.state !== 'void',
  ).length

/** What messages about one debt say. */
export const instalmentParams = (told: Told, debt: SceneDebt) => ({
  ...contractParams(told, debt.amount - debt.paid),
  dueOn: debt.dueOn,
  kind: debt.kind === 'downPayment' ? ('downPayment' as const) : ('instalment' as const),
  seq: placeOf(told, debt),
})

/** The customer, as who gets a message about his contract. */
const recipientOf = ({ scene }: Pick<Told, 'scene'>) => ({
  address: scene.email,
  customerId: scene.customerId,
  kind: 'customer' as const,
  locale: scene.locale,
  name: scene.customerName,
  phone: scene.phone,
})

type News = Pick<QueuedMessage, 'event' | 'params'> & { ways?: QueuedMessage['ways'] }

/** A message to the customer. `step` tells apart what may happen twice to one contract. */
export const toCustomer = (told: Told, news: News, step: string): QueuedMessage =>
  ({
    ...news,
    recipient: recipientOf(told),
    step,
    subject: { id: told.scene.orderId, type: 'order' },
  }) as QueuedMessage

/** The same to every admin and owner, in Indonesian. */
export const toStaff = async (
  told: Pick<Told, 'scene' | 'tx'>,
  news: News,
  step: string,
): Promise<QueuedMessage[]> => {
  const readers = await notificationsRuntime.get(told.tx.payload).findStaff(told.tx)
  return readers.map(
    (reader) =>
      ({
        ...news,
        recipient: { ...reader, kind: 'staff', locale: 'id' },
        step,
        subject: { id: told.scene.orderId, type: 'order' },
      }) as QueuedMessage,
  )
}
