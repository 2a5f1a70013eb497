import type { Payload } from 'payload'

import { lockFulfilment, moveFulfilmentIn } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { findRetest } from '../queries/findRetest'

type Asked = { customerId: null | string; fulfilmentId: string; name: string }

/**
 * The customer has mended what was found and wants it looked at again. Pressed twice, it is one wish.
 *
 * @throws DomainError `notFound`, `report.retestUsed`, `report.retestOver`, `event.notAllowed`
 */
export const askRetest = (payload: Payload, args: { item: string; token: string }): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const [asked] = await tx.rows<Asked>(
      sql`select f.id as "fulfilmentId", o.customer_id::text as "customerId", o.customer_name as name
        from fulfilments f join orders o on o.id = f.order_id
        where f.order_item_id::text = ${args.item} and o.token = ${args.token}
          and f.kind = 'security-analysis'`,
    )
    if (!asked) {
      throw new DomainError('notFound', { field: 'item' })
    }
    const row = await lockFulfilment(tx, asked.fulfilmentId)
    if (row.state === 'retest') {
      return
    }
    const refusal = await findRetest(tx, { now: clock.now(), row })
    if (row.state === 'reported' && refusal) {
      throw new DomainError(refusal === 'used' ? 'report.retestUsed' : 'report.retestOver')
    }
    const { customerId, name: label } = asked
    const actor = { ...(customerId ? { id: customerId } : {}), label, role: 'customer' as const }
    await moveFulfilmentIn(tx, { actor, event: 'retest', row })
  })
