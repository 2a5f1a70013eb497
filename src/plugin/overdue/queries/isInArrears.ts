import { isDomainError } from '../../kernel/errors'
import type { Tx } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import { standingOf } from '../rules/standingOf'
import { findScene } from '../sweep/scene'

/** Whether anything of an order is overdue today; never for one that has no contract. */
export const isInArrears = async (tx: Pick<Tx, 'rows'>, orderId: string): Promise<boolean> => {
  try {
    const scene = await findScene(tx, orderId)
    return standingOf(scene, wibDayOf(clock.now())).arrears !== null && scene.state !== 'cancelled'
  } catch (error) {
    if (isDomainError(error, 'order.notFound')) {
      return false
    }
    throw error
  }
}
