import { randomBytes } from 'node:crypto'

import { type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { spkMachine } from '../machine'

/** 128 random bits, as the address of the page on which anybody may check a document. */
export const drawToken = (): string => randomBytes(16).toString('base64url')

/**
 * Statement part that begins the SPK of a new order: a draft by the oldest template in use, with what
 * its buyer has said of himself.
 */
export const buildSpk = (args: {
  customerId: string
  email: string
  /** That it will have. */
  id: string
  name: string
  orderId: string
  /** E.164. */
  phone: string
}): SQL => {
  const { customerId, email, id, name, orderId, phone } = args
  const at = clock.now().toISOString()
  const identity = JSON.stringify({ email, name, phone })
  return sql`insert into spks (id, order_id, customer_id, state, mode, edition, revision, lock_version,
      attempts, template_id, identity, token, created_at, updated_at)
    select ${id}::uuid, ${orderId}::uuid, ${customerId}::uuid, ${spkMachine.initial},
      coalesce(t.mode::text, 'e-first'), 0, 0, 0, 0, t.id, ${identity}::jsonb, ${drawToken()},
      ${at}::timestamptz, ${at}::timestamptz
    from (select 1) one left join lateral (select id, mode from spk_templates where is_active
      order by created_at, id limit 1) t on true`
}
