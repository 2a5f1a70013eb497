import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { isToken } from '../../orders'
import { refundMachine } from '../machine'
import { tellOfWithdrawal } from '../messages'
import { lockRefund } from './lockRefund'

type Wanted = { customerId: null | string; id: string; name: string; own: boolean }

/**
 * The customer takes his own request back while nobody has decided. His mailbox is told, because
 * whoever has the link of the order could have done it.
 *
 * @throws DomainError `notFound` also for a refund of another order, `refund.notByCustomer`,
 * `event.notAllowed` once it was decided
 */
export const withdrawRefund = (
  payload: Payload,
  asked: { number: string; token: string },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { number, token } = asked
    const [found] = isToken(token)
      ? await tx.rows<Wanted>(sql`select r.id, r.by_customer as own, o.customer_name as name,
          o.customer_id::text as "customerId" from refunds r join orders o on o.id = r.order_id
        where o.token = ${token} and r.number = ${number}`)
      : []
    if (!found) {
      throw new DomainError('notFound')
    }
    if (!found.own) {
      throw new DomainError('refund.notByCustomer')
    }
    const { customerId, name: label } = found
    const refund = await lockRefund(tx, found.id)
    await fireEvent({
      actor: { ...(customerId ? { id: customerId } : {}), label, role: 'customer' },
      event: 'withdraw',
      id: refund.id,
      locked: refund.state,
      machine: refundMachine,
      table: 'refunds',
      tx,
    })
    await tellOfWithdrawal(tx, refund)
    const at = clock.now().toISOString()
    await tx.rows(sql`update orders set updated_at = ${at} where id = ${refund.orderId}`)
  })
