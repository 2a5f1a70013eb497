import type { SQL } from '../../kernel/payload'
import type { NewOrder } from './insertOrder'

import { buildSpk } from '../../spk'

/** The agreement that comes before its money, where it needs one. */
export const beginSpk = (args: { id: string; order: NewOrder; spkId: null | string }): SQL[] => {
  const { id: orderId, order, spkId } = args
  const { email, name } = order.input.customer
  return spkId && order.customerId
    ? [
        buildSpk({
          customerId: order.customerId,
          email,
          id: spkId,
          name,
          orderId,
          phone: order.phone,
        }),
      ]
    : []
}
