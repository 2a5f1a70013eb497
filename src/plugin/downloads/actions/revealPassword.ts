import type { Payload } from 'payload'

import { assertHimself, type KnownCustomer } from '../../customers'
import { DomainError } from '../../kernel/errors'
import { fireEvent, queryRows, runInTransaction, sql } from '../../kernel/payload'
import { entitlementMachine } from '../machine'
import { openPassword } from '../password'
import { downloadsRuntime } from '../runtime'

/** A password that was looked at. */
export type Revealed = { password: string; title: string }

type Sealed = { customerId: null | string; id: string; password: string; title: string }

const findSealed = (payload: Payload, token: string): Promise<Sealed[]> =>
  queryRows<Sealed>(
    payload,
    sql`select e.id, e.password, i.title, o.customer_id::text as "customerId"
      from entitlements e join orders o on o.id = e.order_id join order_items i on i.id = e.order_item_id
      where o.token = ${token} and e.state = 'active' order by i.seq`,
  )

/**
 * Shows the passwords of an order's packages to the customer who ordered, once he has typed his
 * account's password again. Guests get them by WhatsApp alone. Who looked, and when, is history.
 *
 * @throws DomainError `auth.required`, `download.passwordByWhatsapp`, `customer.wrongLogin`,
 * `rateLimited`
 */
export const revealPassword = async (args: {
  /** The customer who is logged in. */
  customer: KnownCustomer | null
  headers: Headers
  password: string
  payload: Payload
  token: string
}): Promise<Revealed[]> => {
  const { customer, headers, password, payload, token } = args
  const sealed = await findSealed(payload, token)
  const owner = sealed[0]?.customerId ?? null
  if (owner === null || (customer && customer.id !== owner)) {
    throw new DomainError('download.passwordByWhatsapp')
  }
  if (!customer) {
    throw new DomainError('auth.required')
  }
  await assertHimself({ email: customer.email, headers, password, payload })
  const { secret } = downloadsRuntime.get(payload)
  return runInTransaction(payload, async (tx) => {
    const shown: Revealed[] = []
    for (const { id, password: seal, title } of sealed) {
      const actor = { id: customer.id, label: customer.label, role: 'customer' as const }
      const machine = entitlementMachine
      await fireEvent({ actor, event: 'reveal', id, machine, table: 'entitlements', tx })
      shown.push({ password: openPassword({ owner: id, sealed: seal, secret }), title })
    }
    return shown
  })
}
