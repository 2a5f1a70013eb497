import type { Payload } from 'payload'

import type { QueuedMessage } from '../../notifications'
import type { NewOrder } from './insertOrder'

import { buildDraftNews } from '../../spk'
import { buildBuyerMessage } from '../messages'

/** An order that is about to be written, with the ids that it and its agreement will have. */
type Placed = { id: string; order: NewOrder; payload: Payload; spkId: null | string; token: string }

const confirm = ({ id, order, payload, token }: Placed): QueuedMessage => {
  const { email, name } = order.input.customer
  const { customerId, lines, locale, needsSpk, now, phone, total } = order
  return buildBuyerMessage({
    news: { event: 'order.placed' },
    order: {
      customerId,
      email,
      id,
      items: lines.map(({ amount, quantity, title }) => ({ amount, quantity, title })),
      locale,
      name,
      needsSpk,
      number: '',
      phone,
      placedAt: now.toISOString(),
      token,
      total,
    },
    payload,
  })
}

/**
 * The confirmation for the buyer, and where an agreement comes first the news of it for the staff. The
 * number of the order comes from a sequence in the statement that writes it.
 */
export const buildPlacedNews = async (placed: Placed): Promise<QueuedMessage[]> => {
  const { id: orderId, order, payload, spkId } = placed
  const { name: customerName } = order.input.customer
  const title = order.lines[0]?.title ?? ''
  return [
    confirm(placed),
    ...(spkId ? await buildDraftNews(payload, { customerName, id: spkId, orderId, title }) : []),
  ]
}
