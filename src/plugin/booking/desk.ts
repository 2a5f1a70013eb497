import type { ConsultingFacts, Desk } from '../fulfilment'
import type { Tx } from '../kernel/payload'

import { sql } from '../kernel/payload'
import { clock } from '../kernel/time'
import { followEnd } from './actions/endBooking'
import { sendSummary } from './summaries/sendSummary'

type Row = { hasSummary: boolean; itemId: string; startsAt: null | string }

const getItemOf = async (tx: Tx, deliveryId: string): Promise<Row> => {
  const [row] = await tx.rows<Row>(sql`
    select f.order_item_id as "itemId",
      exists (select 1 from session_summaries s where s.order_item_id = f.order_item_id) as "hasSummary",
      (select b.starts_at from bookings b where b.order_item_id = f.order_item_id
        and b.state = 'booked') as "startsAt"
    from fulfilments f where f.id = ${deliveryId}`)
  if (!row) {
    throw new Error(`No delivery ${deliveryId}`)
  }
  return row
}

const findFacts = async (tx: Tx, { id }: { id: string }): Promise<ConsultingFacts> => {
  const { hasSummary, startsAt } = await getItemOf(tx, id)
  // A delivery that was scheduled before there were appointments has no date that could be waited for.
  return { hasSummary, isBegun: startsAt === null || new Date(startsAt) <= clock.now() }
}

/** What stands behind the delivery of a consultation: its appointment and its summary. */
export const consultingDesk: Desk = {
  findFacts,
  follow: async (tx, { event, reason, row }) => {
    if (event === 'cancel' || event === 'hold' || event === 'miss') {
      const { itemId } = await getItemOf(tx, row.id)
      await followEnd(tx, { event, itemId, reason })
    }
    if (event === 'deliver') {
      await sendSummary(tx, (await getItemOf(tx, row.id)).itemId)
    }
  },
}
