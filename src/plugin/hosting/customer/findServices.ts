import type { Payload } from 'payload'

import type { PublicService, ServiceObstacle, ServiceRow, ServiceTrouble } from './publicService'

import { DomainError } from '../../kernel/errors'
import { queryRows, type SQL, sql } from '../../kernel/payload'
import { hostingRuntime } from '../runtime'
import { SERVICE_NEEDS } from './request'

const FREE_REGIONS = sql`(select coalesce(json_agg(distinct s.region), '[]') from hosting_servers s
  join hosting_servers_kinds k on k.parent_id = s.id and k.value::text = h.kind
  where not coalesce(s.is_in_maintenance, false) and s.slots > (select count(*) from hosting_accounts held
    where held.server_id = s.id and held.state not in ('terminated', 'dropped')))`

const ENDING = sql`case when h.ending_asked_at is not null then json_build_object(
  'askedAt', h.ending_asked_at, 'when', h.ending_when) end`

const select = (where: SQL): SQL => sql`select h.id, h.title, h.kind, h.state, h.domain,
    coalesce(h.hosts, '[]') as hosts, coalesce(h.region, s.region) as region, h.wanted, h.observed, h.observed_at as "observedAt",
    h.last_error as "lastError", h.next_try_at as "nextTryAt", h.tries::int as tries,
    coalesce(h.facts, '{}') as facts, coalesce(h.request, '{}') as request, h.ends_on as "endsOn", h.export_until as "exportUntil",
    h.secrets_sealed is not null and h.secrets_shown_at is null
      and h.state in ('active', 'suspended') as "hasSecrets",
    ${ENDING} as ending, h.updated_at as "updatedAt", s.driver::text as driver,
    json_build_object('number', o.number, 'token', o.token) as "order",
    (select json_build_object('token', r.token) from orders r where r.id = h.renewal_id
      and r.state <> 'cancelled') as renewal,
    o.state <> 'placed' as agreed, o.payment_state in ('partly_paid', 'paid') as begun,
    (select coalesce(json_agg(b.kind order by b.created_at), '[]') from service_blockers b
      where b.order_id = h.order_id and b.state = 'active') as reasons,
    ${FREE_REGIONS} as regions
  from hosting_accounts h join orders o on o.id = h.order_id
    left join hosting_servers s on s.id = h.server_id
  where ${where} and h.state <> 'dropped' order by h.created_at desc, h.unit`

const obstaclesOf = ({ agreed, begun, state }: ServiceRow): ServiceObstacle[] =>
  state === 'locked'
    ? [...(agreed ? [] : (['agreement'] as const)), ...(begun ? [] : (['firstPayment'] as const))]
    : []

const isoOf = (instant: null | string): null | string =>
  instant === null ? null : new Date(instant).toISOString()

const troubleOf = ({ driver, lastError, nextTryAt, state }: ServiceRow): null | ServiceTrouble => {
  if (state === 'failed') {
    return { kind: 'correct', reason: lastError ?? '' }
  }
  if (state === 'provisioning' && driver === null) {
    return { kind: 'waiting' }
  }
  return lastError !== null ? { kind: 'retrying', nextTryAt: isoOf(nextTryAt) } : null
}

const toPublicService = (payload: Payload, row: ServiceRow): PublicService => {
  const {
    agreed: _,
    begun: __,
    driver,
    lastError: ___,
    nextTryAt: ____,
    tries: _____,
    ...rest
  } = row
  const { drivers } = hostingRuntime.get(payload)
  const mayBeAsked = row.state === 'ready' || row.state === 'failed'
  const way = driver !== null && driver in drivers ? drivers[driver as keyof typeof drivers] : null
  return {
    ...rest,
    byHand: driver === 'manual',
    canSignOn: row.state === 'active' && way?.signOn !== undefined,
    needs: mayBeAsked ? (SERVICE_NEEDS[row.kind] ?? null) : null,
    observedAt: isoOf(row.observedAt),
    obstacles: obstaclesOf(row),
    request: row.request ?? {},
    trouble: troubleOf(row),
    updatedAt: new Date(row.updatedAt).toISOString(),
  }
}

/** A customer's own services, the newest first. */
export const findOwnServices = async (
  payload: Payload,
  customerId: string,
): Promise<PublicService[]> => {
  const rows = await queryRows<ServiceRow>(
    payload,
    select(sql`h.customer_id::text = ${customerId}`),
  )
  return rows.map((row) => toPublicService(payload, row))
}

/** The services of the order behind a link, in the order in which they were bought. */
export const findOrderServices = async (
  payload: Payload,
  token: string,
): Promise<PublicService[]> => {
  const rows = await queryRows<ServiceRow>(payload, select(sql`o.token = ${token}`))
  return rows.map((row) => toPublicService(payload, row)).toReversed()
}

/** A customer and the service that he means. */
export type OwnService = { customerId: string; id: string }

/**
 * A customer's own service; of nobody else's it is as if there were none.
 *
 * @throws DomainError `hosting.accountNotFound`
 */
export const getOwnService = async (
  payload: Payload,
  { customerId, id }: OwnService,
): Promise<PublicService> => {
  const [row] = await queryRows<ServiceRow>(
    payload,
    select(sql`h.id::text = ${id} and h.customer_id::text = ${customerId}`),
  )
  if (!row) {
    throw new DomainError('hosting.accountNotFound')
  }
  return toPublicService(payload, row)
}
