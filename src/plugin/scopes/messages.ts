import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'
import type { QueuedMessage, ReasonCheck, ScopeParams } from '../notifications'
import type { Scene } from './queries/scene'

import { queryRows, slugsOf, sql, type Tx } from '../kernel/payload'
import { notificationsRuntime, queueMessages } from '../notifications'
import { scopesRuntime } from './runtime'

type ScopeEvent = Extract<QueuedMessage['event'], `scope.${string}`>
type StaffEvent = 'scope.notAgreed' | 'scope.provenForStaff' | 'scope.submitted'
type CustomerEvent = Exclude<ScopeEvent, StaffEvent>

type News<E> = {
  event: E
  scene: Scene
  /** Tells apart what may happen twice. */
  step: string
}

const paramsOf = ({ event, scene }: News<ScopeEvent>, url: string): ScopeParams => {
  const { customerName, email, number, scope, title } = scene
  const note = event === 'scope.agreed' ? scope?.agreedNote : scope?.wanted
  return {
    customerEmail: email,
    customerName,
    domain: scope?.domain ?? '',
    note: ['scope.agreed', 'scope.changesWanted'].includes(event) ? (note ?? '') : '',
    orderNumber: number,
    readyOn: scope?.readyOn ?? '',
    scopeId: scope?.id ?? '',
    startsOn: scope?.startsOn ?? '',
    title,
    url,
  }
}

/** The page of a scope on our own storefront. */
export const buildScopeUrl = (
  payload: Payload,
  { itemId, locale, token }: { itemId: string; locale: Locale; token: string },
): string => `${scopesRuntime.get(payload).buildOrderUrl({ locale, token })}/lingkup/${itemId}`

/** Tells the customer, in the caller's transaction. */
export const tellCustomer = (tx: Tx, news: News<CustomerEvent>): Promise<void> => {
  const { event, scene, step } = news
  const { customerId, customerName: name, email: address, locale, orderId, phone } = scene
  const message: QueuedMessage = {
    event,
    params: paramsOf(news, buildScopeUrl(tx.payload, scene)),
    recipient: {
      address,
      ...(customerId ? { customerId } : {}),
      kind: 'customer',
      locale,
      name,
      phone,
    },
    step,
    subject: { id: orderId, type: 'order' },
  }
  return queueMessages({ messages: [message], tx })
}

type Reader = { address: string; name: string }

/** Whoever looks after the delivery; everybody while nobody does. */
const findReaders = async (tx: Tx, { delivery }: Scene): Promise<readonly Reader[]> => {
  const [own] = await tx.rows<Reader>(
    sql`select email as address, coalesce(name, email) as name from staff
      where id = ${delivery?.assignee ?? null}::uuid and role in ('admin', 'owner')`,
  )
  return own ? [own] : notificationsRuntime.get(tx.payload).findStaff(tx)
}

/** Tells whoever looks after the delivery, in Indonesian. */
export const tellStaff = async (tx: Tx, news: News<StaffEvent>): Promise<void> => {
  const { event, scene, step } = news
  const { payload } = tx
  const { serverUrl } = scopesRuntime.get(payload)
  const panel = `${serverUrl}${payload.config.routes.admin}/collections`
  const url = `${panel}/${slugsOf(payload).fulfilments}/${scene.delivery?.id ?? ''}`
  const readers = await findReaders(tx, scene)
  const messages = readers.map((reader): QueuedMessage => ({
    event,
    params: paramsOf(news, url),
    recipient: { ...reader, kind: 'staff', locale: 'id' },
    step,
    subject: { id: scene.orderId, type: 'order' },
  }))
  await queueMessages({ messages, tx })
}

type Standing = Pick<ScopeParams, 'domain' | 'readyOn' | 'startsOn'> & { state: string }

const findNow = async (payload: Payload, scopeId: string): Promise<Standing | undefined> => {
  const [row] = await queryRows<Standing>(
    payload,
    sql`select state, coalesce(domain, '') as domain, coalesce(ready_on, '') as "readyOn",
        coalesce(starts_on, '') as "startsOn" from scopes where id::text = ${scopeId}`,
  )
  return row
}

/** News that is about a scope in one of these states, and of the domain that it names. */
const whileIn =
  (...states: string[]): ReasonCheck =>
  async ({ notification: { params }, payload }) => {
    const told = params as ScopeParams
    const now = await findNow(payload, told.scopeId)
    return now !== undefined && states.includes(now.state) && now.domain === told.domain
  }

/** A date that was changed meanwhile is told by the message about the later one. */
const isStillTheDate: ReasonCheck = async ({ notification: { params }, payload }) => {
  const { readyOn, scopeId, startsOn } = params as ScopeParams
  const now = await findNow(payload, scopeId)
  return now?.state === 'agreed' && now.readyOn === readyOn && now.startsOn === startsOn
}

/** Why each piece of news about a scope still has to be told. */
export const scopeReasons = {
  'scope.agreed': isStillTheDate,
  'scope.changesWanted': whileIn('changes'),
  'scope.notAgreed': whileIn('submitted', 'proven'),
  'scope.proven': whileIn('proven', 'agreed'),
  'scope.provenForStaff': whileIn('proven'),
  'scope.reminder': whileIn('draft'),
  'scope.submitted': whileIn('submitted', 'proven'),
  'scope.wanted': whileIn('draft'),
} as const
