import { randomUUID } from 'node:crypto'

import { withConnection } from '../../../src/dev/postgres'
import { sampleParams } from '../../unit/notifications/sample'
import { databaseUrl } from './database'

/** Takes away what an earlier run left behind: it would stand before what this one hands over. */
export const forgetHandedOver = (): Promise<unknown> =>
  withConnection({
    url: databaseUrl(),
    work: (client) => client.query(`delete from notifications where key like 'e2e:%'`),
  })

/**
 * Puts a WhatsApp message into the outbox that a person has to send. Written straight into the table:
 * the shop itself hands none over between 20.00 and 08.00 WIB.
 */
export const handOver = async (name: string): Promise<string> => {
  const id = randomUUID()
  const params = { ...sampleParams, customerName: name }
  await withConnection({
    url: databaseUrl(),
    work: (client) =>
      client.query(
        `insert into notifications (id, key, event, state, channel, recipient_address,
          recipient_phone, recipient_name, recipient_kind, locale, subject_type, subject_id, step,
          attempts, params)
        values ($1, $2, 'order.placed', 'manual', 'whatsapp', 'budi@contoh.id', '+6281234567890', $3,
          'customer', 'id', 'order', $1::uuid::text, '', 1, $4)`,
        [id, `e2e:${id}`, name, JSON.stringify(params)],
      ),
  })
  return id
}
