import type { SpkFormer } from '../content'

import { sql, type Tx } from '../../kernel/payload'

/**
 * The agreement to which that of a renewal is an addendum: the first one of the service that it renews,
 * however often that was renewed since. Null when an order renews none, or one without an agreement.
 */
export const findFormer = async (
  tx: Pick<Tx, 'rows'>,
  orderId: string,
): Promise<null | SpkFormer> => {
  const [former] = await tx.rows<SpkFormer>(sql`
    select coalesce(e.content->'former'->>'number', s.number) as number,
      coalesce(e.content->'former'->>'agreementOn', e.content->>'agreementOn') as "agreementOn",
      coalesce((e.content->'former'->>'ordinal')::int, 0) + 1 as ordinal
    from hosting_accounts h join spks s on s.order_id = h.order_id
      join spk_editions e on e.spk_id = s.id and e.edition = s.edition
    where h.renewal_id = ${orderId} and s.confirmed_at is not null and s.number is not null
    limit 1`)
  return former ?? null
}
