import { runInTransaction, fireEvent, sql, SYSTEM } from '@/plugin/kernel/payload'
import { orderMachine } from '@/plugin/orders'
import { lockOrder } from '@/plugin/orders/actions/lockOrder'
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

/** The timer of unpaid orders: cancels one that is still unpaid when its lock is held. */
export const cancelAct =
  ({ payload }: Ground, token: string): Act =>
  () =>
    runInTransaction(payload, async (tx) => {
      const order = await lockOrder(tx, sql`o.token = ${token}`)
      if (order.paymentState === 'unpaid' && order.state === 'open') {
        await fireEvent({
          actor: SYSTEM,
          event: 'cancel',
          id: order.id,
          machine: orderMachine,
          table: 'orders',
          tx,
        })
      }
    })
