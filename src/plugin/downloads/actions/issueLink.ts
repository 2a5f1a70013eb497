import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql, statementsOn } from '../../kernel/payload'
import { signPackageLink } from '../link'
import { type Fetched, findUse } from '../queries/findUse'
import { findRefusal } from '../rules'
import { downloadsRuntime } from '../runtime'

/** A link that begins one download. */
export type IssuedLink = { expiresAt: string; url: string }

/**
 * Refuses what cannot be fetched, with the reason.
 *
 * @throws DomainError `download.revoked`, `download.expired`, `download.notReady`,
 * `download.limitReached`
 */
export const assertFetchable = (use: Fetched, now: Date): void => {
  const { hasBegun, right, state } = use
  const refusal = findRefusal(right, { hasBegun, now })
  if (refusal && refusal !== 'download.limitReached') {
    throw new DomainError(refusal)
  }
  if (state !== 'ready') {
    throw new DomainError('download.notReady')
  }
  if (refusal) {
    throw new DomainError(refusal, { allowed: right.allowed })
  }
}

/**
 * A new link to a package of an order. Counts nothing: that is for the download itself to do.
 *
 * @throws DomainError `notFound` for a package of another order, and see {@link assertFetchable}
 */
export const issueLink = async (args: {
  device: string
  now: Date
  packageId: string
  payload: Payload
  token: string
}): Promise<IssuedLink> => {
  const { device, now, packageId, payload, token } = args
  const { secret, serverUrl } = downloadsRuntime.get(payload)
  const own = await queryRows(
    payload,
    sql`select 1 from packages p join entitlements e on e.id = p.entitlement_id
        join orders o on o.id = e.order_id where p.id = ${packageId} and o.token = ${token}`,
  )
  const mark = { device, now, session: '' }
  const use = own.length > 0 ? await findUse(statementsOn(payload), { mark, packageId }) : undefined
  if (!use) {
    throw new DomainError('notFound', { field: 'file' })
  }
  assertFetchable(use, now)
  const { expiresAt, word } = signPackageLink({ now, packageId, secret })
  const url = `${serverUrl}${payload.config.routes.api}/shop/downloads/${word}`
  return { expiresAt: expiresAt.toISOString(), url }
}
