import type { Payload } from 'payload'

import { assertHimself, type KnownCustomer } from '../../customers'
import { DomainError } from '../../kernel/errors'
import { fireEvent, queryRows, runInTransaction, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { reportMachine } from '../machine'
import { openReportPassword } from '../password'
import { reportsRuntime } from '../runtime'
import { noteAccess } from './noteAccess'

/** The password of one revision. */
export type RevealedReport = { password: string; revision: number; title: string }

type Sealed = {
  customerId: null | string
  id: string
  revision: number
  title: string
}

const findSent = (payload: Payload, token: string): Promise<Sealed[]> =>
  queryRows<Sealed>(
    payload,
    sql`select r.id, r.revision::int as revision, i.title, o.customer_id::text as "customerId"
      from reports r join orders o on o.id = r.order_id
        join fulfilments f on f.id = r.fulfilment_id join order_items i on i.id = f.order_item_id
      where o.token = ${token} and r.sent_at is not null and r.state = 'ready'
        and r.expires_at > ${clock.now().toISOString()}
      order by i.seq, r.revision desc`,
  )

const reveal = async (
  payload: Payload,
  args: { customer: KnownCustomer; report: Sealed },
): Promise<RevealedReport> => {
  const { customer, report } = args
  const { id, revision, title } = report
  const { secret } = reportsRuntime.get(payload)
  return runInTransaction(payload, async (tx) => {
    const actor = { id: customer.id, label: customer.label, role: 'customer' as const }
    await fireEvent({ actor, event: 'reveal', id, machine: reportMachine, table: 'reports', tx })
    // Under the report's lock: never the password of a file that is gone.
    const [row] = await tx.rows<{ password: string }>(
      sql`select password from reports where id = ${id}`,
    )
    const at = clock.now()
    const byName = customer.label
    await noteAccess(tx, { at, byName, reportId: id, session: null, what: 'password' })
    const password = openReportPassword({ owner: id, sealed: row?.password ?? '', secret })
    return { password, revision, title }
  })
}

/**
 * Shows the passwords of an order's reports to the customer who ordered, once he has typed his account's
 * password again. Guests get them by WhatsApp alone. Who looked, and when, is written down.
 *
 * @throws DomainError `auth.required`, `report.passwordByWhatsapp`, `customer.wrongLogin`, `rateLimited`
 */
export const revealReportPassword = async (args: {
  /** The customer who is logged in. */
  customer: KnownCustomer | null
  headers: Headers
  password: string
  payload: Payload
  token: string
}): Promise<RevealedReport[]> => {
  const { customer, headers, password, payload, token } = args
  const reports = await findSent(payload, token)
  const owner = reports[0]?.customerId ?? null
  if (owner === null || (customer && customer.id !== owner)) {
    throw new DomainError('report.passwordByWhatsapp')
  }
  if (!customer) {
    throw new DomainError('auth.required')
  }
  await assertHimself({ email: customer.email, headers, password, payload })
  const shown: RevealedReport[] = []
  for (const report of reports) {
    shown.push(await reveal(payload, { customer, report }))
  }
  return shown
}
