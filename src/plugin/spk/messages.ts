import type { QueuedMessage, SpkParams } from '../notifications'
import type { SpkScene } from './queries/scene'

import { sql, type Tx } from '../kernel/payload'
import { notificationsRuntime, queueMessages } from '../notifications'
import { issueSpkLink } from './links/links'
import { spkRuntime } from './runtime'
import { sealWords } from './sealedWords'

type SpkEvent = Extract<QueuedMessage['event'], `spk.${string}`>

/** News that staff read. */
export type SpkStaffEvent = Extract<
  SpkEvent,
  | 'spk.contentConfirmed'
  | 'spk.declined'
  | 'spk.handedOver'
  | 'spk.photoArrived'
  | 'spk.remarked'
  | 'spk.scanArrived'
  | 'spk.sealFailed'
  | 'spk.stampFailed'
  | 'spk.toDraft'
>

/** News that the customer reads. */
export type SpkCustomerEvent = Exclude<SpkEvent, SpkStaffEvent>

type News<E> = {
  event: E
  /** Words of a person, or what was wrong with a file. */
  note?: string
  /** Tells apart what may happen twice. */
  step: string
  /** Where it leads, when that is not the agreement's page on the order. */
  url?: string
}

/** The page of an agreement on our own storefront, for the customer who is logged in. */
export const buildSpkUrl = (tx: Pick<Tx, 'payload'>, scene: SpkScene): string =>
  `${spkRuntime.get(tx.payload).buildOrderUrl({ locale: scene.locale, token: scene.orderToken })}/spk`

const paramsOf = (scene: SpkScene, { note = '', url = '' }: News<SpkEvent>): SpkParams => ({
  customerName: scene.customerName,
  edition: scene.edition,
  note,
  number: scene.number ?? '',
  orderNumber: scene.orderNumber,
  spkId: scene.id,
  title: scene.title,
  until: scene.signBy ? new Date(scene.signBy).toISOString() : '',
  url,
  version: scene.lockVersion,
})

/** A link and a code are for the customer alone: the outbox, which staff read, holds them sealed. */
const paramsForCustomer = (tx: Tx, scene: SpkScene, news: News<SpkCustomerEvent>): SpkParams => {
  const isCode = news.event === 'spk.code'
  const words = {
    ...(isCode && news.note ? { code: news.note } : {}),
    ...(news.url ? { url: news.url } : {}),
  }
  const shown = { ...news, note: isCode ? '' : (news.note ?? ''), url: buildSpkUrl(tx, scene) }
  const sealed = sealWords({ secret: spkRuntime.get(tx.payload).secret, spkId: scene.id, words })
  return { ...paramsOf(scene, shown), ...(sealed ? { sealed } : {}) }
}

/** What asks him to do something: whoever has no login at hand comes by a link and a code. */
const ASKING: readonly SpkCustomerEvent[] = [
  'spk.faulty',
  'spk.photoWanted',
  'spk.rejected',
  'spk.reminder',
  'spk.toSign',
]

const withLink = async (
  tx: Tx,
  scene: SpkScene,
  news: News<SpkCustomerEvent>,
): Promise<News<SpkCustomerEvent>> =>
  ASKING.includes(news.event) ? { ...news, url: (await issueSpkLink(tx, scene)).url } : news

/**
 * Tells the customer, in the caller's transaction: never a document, never his NIK, always a link. After
 * the move that it is about: a message is not sent when its state or edition has moved on.
 */
export const tellSpkCustomer = async (
  tx: Tx,
  scene: SpkScene,
  news: News<SpkCustomerEvent>,
): Promise<void> => {
  const { customerId, customerName: name, email: address, locale, orderId, phone } = scene
  const message: QueuedMessage = {
    event: news.event,
    params: paramsForCustomer(tx, scene, await withLink(tx, scene, news)),
    recipient: { address, customerId, kind: 'customer', locale, name, phone },
    step: `${scene.id}/${news.step}`,
    subject: { id: orderId, type: 'order' },
  }
  await queueMessages({ messages: [message], tx })
}

type Reader = { address: string; name: string }

/** Whoever is in charge; everybody while nobody is. */
const findReaders = async (tx: Tx, { assignee }: SpkScene): Promise<readonly Reader[]> => {
  const [own] = await tx.rows<Reader>(
    sql`select email as address, coalesce(name, email) as name from staff
      where id = ${assignee}::uuid and role in ('admin', 'owner')`,
  )
  return own ? [own] : notificationsRuntime.get(tx.payload).findStaff(tx)
}

/** Tells whoever is in charge, in Indonesian. */
export const tellSpkStaff = async (
  tx: Tx,
  scene: SpkScene,
  news: News<SpkStaffEvent>,
): Promise<void> => {
  const { payload } = tx
  const { serverUrl } = spkRuntime.get(payload)
  const url = `${serverUrl}${payload.config.routes.admin}/spk/${scene.id}`
  const readers = await findReaders(tx, scene)
  const messages = readers.map((reader): QueuedMessage => ({
    event: news.event,
    params: paramsOf(scene, { url, ...news }),
    recipient: { ...reader, kind: 'staff', locale: 'id' },
    step: `${scene.id}/${news.step}`,
    subject: { id: scene.orderId, type: 'order' },
  }))
  await queueMessages({ messages, tx })
}
