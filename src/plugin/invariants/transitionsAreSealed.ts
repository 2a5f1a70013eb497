import type { Payload } from 'payload'

import type { Finding, Invariant } from './invariant'

import { auditChain, describeFault } from '../kernel/history'
import { queryRows, sql } from '../kernel/payload'

const findForgotten = (payload: Payload): Promise<Finding[]> =>
  queryRows<Finding>(
    payload,
    sql`select t.id::text as subject, format('transition %s of %s %s has been unsealed for an hour',
        t.seq, t.machine, t.subject) as sentence
      from transitions t where t.created_at < now() - interval '1 hour'
        and not exists (select 1 from transition_seals s where s.transition_id = t.id)`,
  )

/** I6, second half: what was recorded stays as it was recorded. */
export const transitionsAreSealed: Invariant = {
  code: 'I6',
  find: async (payload) => {
    const { faults } = await auditChain(payload)
    const broken = faults.map((fault) => ({
      sentence: describeFault(fault),
      subject: fault.transitionId,
    }))
    return [...broken, ...(await findForgotten(payload))]
  },
  promise: 'The history is sealed in an unbroken chain: nothing changed, removed or moved since',
}
