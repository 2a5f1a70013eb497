import type { Payload } from 'payload'

import type { Notice } from '../actions/bulk'
import type { BulkResult, Outcome } from '../actions/obstacle'

import { isDomainError } from '../../kernel/errors'
import { statementsOn } from '../../kernel/payload'
import { clock, type WibDay, wibDayOf } from '../../kernel/time'
import { type Preview, renderPreview } from '../../notifications'
import { newsOf } from '../actions/bulk'
import { findObstacle } from '../actions/obstacle'
import { findScene } from '../sweep/scene'
import { standingOf } from '../rules/standingOf'

const foresee = async (payload: Payload, orderId: string, today: WibDay): Promise<Outcome> => {
  try {
    const scene = await findScene(statementsOn(payload), orderId)
    return findObstacle({ scene, standing: standingOf(scene, today) }) ?? 'done'
  } catch (error) {
    if (isDomainError(error)) {
      return 'failed'
    }
    throw error
  }
}

/** What would become of each contract if its suspension were confirmed now. Changes nothing. */
export const previewSuspensions = async (
  payload: Payload,
  orderIds: readonly string[],
): Promise<BulkResult[]> => {
  const today = wibDayOf(clock.now())
  const results: BulkResult[] = []
  for (const orderId of new Set(orderIds)) {
    results.push({ orderId, outcome: await foresee(payload, orderId, today) })
  }
  return results
}

/** A notice as its reader would get it, in his language. */
export type NoticePreview = Preview & { locale: string; orderNumber: string }

/**
 * The notice that one customer would get, by each way. Nothing is sent.
 *
 * @throws DomainError `order.notFound`
 */
export const previewNotice = async (
  payload: Payload,
  args: { orderId: string } & Pick<Notice, 'kind' | 'text'>,
): Promise<NoticePreview> => {
  const scene = await findScene(statementsOn(payload), args.orderId)
  const today = wibDayOf(clock.now())
  const standing = standingOf(scene, today)
  const { locale, number: orderNumber } = scene
  const { event, params } = newsOf({ scene, standing, today, tx: { payload } }, args)
  return { ...(await renderPreview({ event, locale, params, payload })), locale, orderNumber }
}
