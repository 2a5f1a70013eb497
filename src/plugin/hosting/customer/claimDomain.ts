import { getDomain } from 'tldts'

import type { Tx } from '../../kernel/payload'

import { DomainError } from '../../kernel/errors'
import { sql } from '../../kernel/payload'

/**
 * Makes sure that a name is free for a customer, until the transaction ends: it belongs to no other living
 * service, and none of another customer lies above or below it, unless that is a zone of the shop's own.
 *
 * @throws DomainError `hosting.domainTaken`, `hosting.domainForeign`
 */
export const claimDomain = async (
  tx: Tx,
  args: { accountId: string; customerId: null | string; domain: string; zones: readonly string[] },
): Promise<void> => {
  const { accountId, customerId, domain, zones } = args
  const root = getDomain(domain) ?? domain
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`hosting domain ${root}`}, 0))`)
  const others = await tx.rows<{ domain: string; isOwn: boolean }>(sql`
    select domain, coalesce(customer_id::text = ${customerId}, false) as "isOwn" from hosting_accounts
    where id::text <> ${accountId} and state not in ('terminated', 'dropped') and domain is not null
      and (domain = ${domain} or domain = 'www.' || ${domain}
        or domain like '%.' || ${domain} or ${domain} like '%.' || domain)`)
  if (others.some((other) => other.domain === domain)) {
    throw new DomainError('hosting.domainTaken', { field: 'domain' })
  }
  const isFree = zones.some((zone) => domain.endsWith(`.${zone}`))
  if (!isFree && others.some(({ isOwn }) => !isOwn)) {
    throw new DomainError('hosting.domainForeign', { field: 'domain' })
  }
}
