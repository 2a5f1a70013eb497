import { expireTask } from '@/plugin/payments'

import type { Ground } from '../ground'

import { rawRequest } from '../../support/lastByte'
import { drawShape } from '../gateway'

/** Something that happens in the moment of the release, beside the requests. */
export type Act = () => Promise<unknown>

const JSON_TYPE = { 'Content-Type': 'application/json' }

/** Duitku's callback about an attempt, in one of the simulator's variants. */
export const callbackRequest = async (args: {
  ground: Ground
  merchantOrderId: string
  variant?: string
}): Promise<Buffer> => {
  const { ground, ...rest } = args
  const { body, contentType } = await drawShape({ ...rest, stand: ground.stand })
  return rawRequest({
    body,
    headers: { 'Content-Type': contentType },
    path: '/api/duitku/callback',
  })
}

/** "Cek status". */
export const checkRequest = (token: string): Buffer =>
  rawRequest({ body: '{}', headers: JSON_TYPE, path: `/api/shop/orders/${token}/check` })

/** A tab that wants to pay; `renew` asks for another invoice. */
export const openRequest = (token: string, renew = false): Buffer =>
  rawRequest({
    body: JSON.stringify(renew ? { renew } : {}),
    headers: JSON_TYPE,
    path: `/api/shop/orders/${token}/payments`,
  })

/** The customer comes back from the gateway; the result in the address is anybody's word. */
export const returnRequest = (token: string): Buffer =>
  rawRequest({ method: 'GET', path: `/pembayaran/selesai?token=${token}&resultCode=00` })

/** The poll of an open order page. */
export const statusRequest = (token: string): Buffer =>
  rawRequest({ method: 'GET', path: `/api/shop/orders/${token}/status` })

const TOMORROW_MS = 25 * 60 * 60 * 1000

/** The timer of an attempt, a day later. */
export const expireAct =
  ({ payload }: Ground, merchantOrderId: string): Act =>
  () =>
    expireTask.run(
      { merchantOrderId },
      {
        attempt: 1,
        jobId: '0',
        maxAttempts: 12,
        now: new Date(Date.now() + TOMORROW_MS),
        payload,
        signal: new AbortController().signal,
      },
    )

/** An admin moves a row through its door: cancels an order, decides about money. */
export const moveRequest = (args: {
  event: string
  ground: Ground
  id: string
  slug: 'orders' | 'reviews'
}): Buffer => {
  const { event, ground, id, slug } = args
  return rawRequest({
    body: JSON.stringify({ event, evidence: 'Bukti 12345', reason: 'Diuji bersamaan' }),
    headers: { ...JSON_TYPE, Authorization: ground.admin },
    path: `/api/${slug}/${id}/move`,
  })
}
