import type { Tx } from '../../kernel/payload'
import type { Standing } from '../rules'

import { sql } from '../../kernel/payload'
import { type FulfilmentKind, getStep } from '../kinds'

type Row = { kind: FulfilmentKind | null; state: string }

const placeOf = ({ kind, state }: Row): 'cancelled' | keyof Standing => {
  const phase = kind ? getStep(kind, state).phase : 'waiting'
  return phase === 'waiting' || phase === 'working' ? 'open' : phase
}

/** Where the items of an order stand; one that has no delivery counts as open. */
export const findStanding = async (
  tx: Pick<Tx, 'rows'>,
  orderId: string,
): Promise<{ hasDeliveries: boolean } & Standing> => {
  const rows = await tx.rows<Row>(
    sql`select f.kind, f.state from order_items i left join fulfilments f on f.order_item_id = i.id
      where i.order_id = ${orderId}`,
  )
  const places = rows.map(placeOf)
  const count = (place: keyof Standing): number => places.filter((each) => each === place).length
  return {
    delivered: count('delivered'),
    done: count('done'),
    hasDeliveries: rows.some(({ kind }) => kind !== null),
    open: count('open'),
  }
}
