import type { Config } from 'payload'

import type { ResolvedOptions } from './options'

import { createDomainProver } from './adapters/domainProof'
import { prepareJob } from './downloads'
import type { FulfilmentRuntime } from './fulfilment'
import { sql } from './kernel/payload'
import { addJobSql, jobPriority } from './kernel/queue'
import { buildOrderUrl } from './orders'
import { scopeBeginJob, scopesRuntime } from './scopes'

/** Jobs that begin with deliveries, by the kind that needs them. */
const BEGIN_JOBS = { 'security-analysis': scopeBeginJob, template: prepareJob } as const

/** What begins with the deliveries of an order, whatever their kinds. */
export const beginAlong: NonNullable<FulfilmentRuntime['alsoBegin']> = ({ kinds, orderId }) => {
  const jobs = Object.entries(BEGIN_JOBS).flatMap(([kind, task]) =>
    kinds.includes(kind)
      ? [addJobSql({ input: { orderId }, priority: jobPriority.bulk, task })]
      : [],
  )
  return jobs.length === 0 ? null : sql`concat(${sql.join(jobs, sql`, `)})`
}

/** What is agreed on before an analysis. */
export const installScopes = (config: Config, options: ResolvedOptions): void => {
  const { domainProof, rateLimitFactor: rateFactor, secret, serverUrl, shopName } = options
  scopesRuntime.install(config, {
    ...options.scopes,
    acceptsTest: (domainProof.allowPrivate ?? []).length > 0,
    buildOrderUrl: (page) => buildOrderUrl({ ...page, serverUrl }),
    prove: createDomainProver(domainProof),
    rateFactor,
    secret,
    serverUrl,
    shopName,
  })
}
